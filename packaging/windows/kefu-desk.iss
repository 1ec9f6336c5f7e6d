; The Windows installer, for Inno Setup 6.3 or newer: per user, no administrator needed, upgrades in place, data are kept.
; Built by ".github/workflows/packages.yml": iscc /DVersion=1.2.3 packaging\windows\kefu-desk.iss after the program was frozen.
#ifndef Version
  #error The version is missing: iscc /DVersion=1.2.3
#endif

[Setup]
AppId={{6D0E2F4B-6C53-4D0C-9B0B-2C1D6F4B7A10}
AppName=Kefu Desk
AppVersion={#Version}
AppVerName=Kefu Desk {#Version}
VersionInfoVersion={#Version}
AppPublisher=The Kefu Desk authors
DefaultDirName={localappdata}\Programs\Kefu Desk
DefaultGroupName=Kefu Desk
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
SetupIconFile=..\..\build\icons\kefu-desk.ico
UninstallDisplayIcon={app}\kefu-desk.exe
LicenseFile=..\..\LICENSE
CloseApplications=yes
RestartApplications=no
OutputDir=..\..\dist
OutputBaseFilename=kefu-desk-{#Version}-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
; Not every Inno Setup has the Chinese texts; the wizard is English where they are missing.
#ifexist CompilerPath + "Languages\ChineseSimplified.isl"
Name: "chinese"; MessagesFile: "compiler:Languages\ChineseSimplified.isl"
#endif

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; A new version brings all of its files: none of the older one may stay beside them.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\kefu-desk\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Kefu Desk"; Filename: "{app}\kefu-desk.exe"
Name: "{autodesktop}\Kefu Desk"; Filename: "{app}\kefu-desk.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\kefu-desk.exe"; Description: "{cm:LaunchProgram,Kefu Desk}"; Flags: nowait postinstall skipifsilent
