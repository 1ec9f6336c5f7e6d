<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BanExport</name>
    <message numerus="yes">
        <source>%Ln ban(s) written to {file}</source>
        <translation>
            <numerusform>%Ln ban written to {file}</numerusform>
            <numerusform>%Ln bans written to {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message numerus="yes">
        <source>Change %Ln customer(s)</source>
        <translation>
            <numerusform>Change %Ln customer</numerusform>
            <numerusform>Change %Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountedBans</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) {hours} h</source>
        <translation>
            <numerusform>%n day {hours} h</numerusform>
            <numerusform>%n days {hours} h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h {minutes} min</source>
        <translation>
            <numerusform>%n h {minutes} min</numerusform>
            <numerusform>%n h {minutes} min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{minutes} min %n s</source>
        <translation>
            <numerusform>{minutes} min %n s</numerusform>
            <numerusform>{minutes} min %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Blacklist %Ln customer(s) ({kind}): {reason}</source>
        <translation>
            <numerusform>Blacklist %Ln customer ({kind}): {reason}</numerusform>
            <numerusform>Blacklist %Ln customers ({kind}): {reason}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lift the bans of %Ln customer(s)</source>
        <translation>
            <numerusform>Lift the ban of %Ln customer</numerusform>
            <numerusform>Lift the bans of %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the list</source>
        <translation>
            <numerusform>%Ln on the list</numerusform>
            <numerusform>%Ln on the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are on the blacklist already.</source>
        <translation>
            <numerusform>%Ln of them is on the blacklist already.</numerusform>
            <numerusform>%Ln of them are on the blacklist already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) were blacklisted by a colleague</source>
        <translation>
            <numerusform>%Ln customer was blacklisted by a colleague</numerusform>
            <numerusform>%Ln customers were blacklisted by a colleague</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ban(s) were changed by a colleague</source>
        <translation>
            <numerusform>%Ln ban was changed by a colleague</numerusform>
            <numerusform>%Ln bans were changed by a colleague</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ban(s) were lifted by a colleague</source>
        <translation>
            <numerusform>%Ln ban was lifted by a colleague</numerusform>
            <numerusform>%Ln bans were lifted by a colleague</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ban(s) end within the hour</source>
        <translation>
            <numerusform>%Ln ban ends within the hour</numerusform>
            <numerusform>%Ln bans end within the hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountedTags</name>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln tag</numerusform>
            <numerusform>%Ln tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln tag(s)</source>
        <translation>
            <numerusform>Delete %Ln tag</numerusform>
            <numerusform>Delete %Ln tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountedWords</name>
    <message numerus="yes">
        <source>Add {tags} to %n customer(s)</source>
        <translation>
            <numerusform>Add {tags} to %n customer</numerusform>
            <numerusform>Add {tags} to %n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {tags} from %n customer(s)</source>
        <translation>
            <numerusform>Remove {tags} from %n customer</numerusform>
            <numerusform>Remove {tags} from %n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) need a decision of yours.</source>
        <translation>
            <numerusform>%n edit needs a decision of yours.</numerusform>
            <numerusform>%n edits need a decision of yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) wait: another program uses the same appid and takes turns with this one. Nothing is lost.</source>
        <translation>
            <numerusform>%n edit waits: another program uses the same appid and takes turns with this one. Nothing is lost.</numerusform>
            <numerusform>%n edits wait: another program uses the same appid and takes turns with this one. Nothing is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) wait until the account is put right in the settings. Nothing is lost.</source>
        <translation>
            <numerusform>%n edit waits until the account is put right in the settings. Nothing is lost.</numerusform>
            <numerusform>%n edits wait until the account is put right in the settings. Nothing is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) wait for the network. Nothing is lost; they leave by themselves.</source>
        <translation>
            <numerusform>%n edit waits for the network. Nothing is lost; it leaves by itself.</numerusform>
            <numerusform>%n edits wait for the network. Nothing is lost; they leave by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) on the way.</source>
        <translation>
            <numerusform>%n edit on the way.</numerusform>
            <numerusform>%n edits on the way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DryRunDialog</name>
    <message numerus="yes">
        <source>It can be paused, cancelled and undone, but for %Ln customer(s).</source>
        <translation>
            <numerusform>It can be paused, cancelled and undone, but for %Ln customer.</numerusform>
            <numerusform>It can be paused, cancelled and undone, but for %Ln customers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) get other tags.</source>
        <translation>
            <numerusform>%Ln customer gets other tags.</numerusform>
            <numerusform>%Ln customers get other tags.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already as wanted.</source>
        <translation>
            <numerusform>%Ln already as wanted.</numerusform>
            <numerusform>%Ln already as wanted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known on this computer: left alone.</source>
        <translation>
            <numerusform>%Ln not known on this computer: left alone.</numerusform>
            <numerusform>%Ln not known on this computer: left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) change.</source>
        <translation>
            <numerusform>%Ln customer changes.</numerusform>
            <numerusform>%Ln customers change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them lose another tag, because its group allows only one:</source>
        <translation>
            <numerusform>%Ln of them loses another tag, because its group allows only one:</numerusform>
            <numerusform>%Ln of them lose another tag, because its group allows only one:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be changed so:</source>
        <translation>
            <numerusform>%Ln cannot be changed so:</numerusform>
            <numerusform>%Ln cannot be changed so:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicateWatch</name>
    <message numerus="yes">
        <source>%n customer(s) have this phone or e-mail. Sobot would update one of them and create none.</source>
        <translation>
            <numerusform>%n customer has this phone or e-mail. Sobot would update it and create none.</numerusform>
            <numerusform>%n customers have this phone or e-mail. Sobot would update one of them and create none.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailuresDialog</name>
    <message numerus="yes">
        <source>%Ln customer(s) could not be changed</source>
        <translation>
            <numerusform>%Ln customer could not be changed</numerusform>
            <numerusform>%Ln customers could not be changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureControls</name>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln agent</numerusform>
            <numerusform>%Ln agents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresScreens</name>
    <message numerus="yes">
        <source>%Ln more are not told: the server names few at a time.</source>
        <translation>
            <numerusform>%Ln more is not told: the server names few at a time.</numerusform>
            <numerusform>%Ln more are not told: the server names few at a time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the last %Ln are listed.</source>
        <translation>
            <numerusform>Only the last %Ln is listed.</numerusform>
            <numerusform>Only the last %Ln are listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied</source>
        <translation>
            <numerusform>%Ln row copied</numerusform>
            <numerusform>%Ln rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormFrame</name>
    <message numerus="yes">
        <source>%n field(s) must be corrected before it can be saved:</source>
        <translation>
            <numerusform>%n field must be corrected before it can be saved:</numerusform>
            <numerusform>%n fields must be corrected before it can be saved:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverWords</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assigned %Ln customer(s) to {agent}</source>
        <translation>
            <numerusform>Assigned %Ln customer to {agent}</numerusform>
            <numerusform>Assigned %Ln customers to {agent}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assigned %Ln customer(s) to {agents} agents in turn</source>
        <translation>
            <numerusform>Assigned %Ln customer to {agents} agents in turn</numerusform>
            <numerusform>Assigned %Ln customers to {agents} agents in turn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Claimed %Ln customer(s)</source>
        <translation>
            <numerusform>Claimed %Ln customer</numerusform>
            <numerusform>Claimed %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln customer(s) into the pool</source>
        <translation>
            <numerusform>Put %Ln customer into the pool</numerusform>
            <numerusform>Put %Ln customers into the pool</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln customer(s) into the pool as invalid</source>
        <translation>
            <numerusform>Put %Ln customer into the pool as invalid</numerusform>
            <numerusform>Put %Ln customers into the pool as invalid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln customer(s) into the pool?</source>
        <translation>
            <numerusform>Put %Ln customer into the pool?</numerusform>
            <numerusform>Put %Ln customers into the pool?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln customer(s) into the pool as invalid?</source>
        <translation>
            <numerusform>Put %Ln customer into the pool as invalid?</numerusform>
            <numerusform>Put %Ln customers into the pool as invalid?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waited for an agent: no undo makes a customer wait again.</source>
        <translation>
            <numerusform>%Ln waited for an agent: no undo makes a customer wait again.</numerusform>
            <numerusform>%Ln waited for an agent: no undo makes customers wait again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have no agent to go back to: for these there is no undo, only a new assignment.</source>
        <translation>
            <numerusform>%Ln of them has no agent to go back to: for it there is no undo, only a new assignment.</numerusform>
            <numerusform>%Ln of them have no agent to go back to: for these there is no undo, only a new assignment.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new customer(s) left out: new ones cannot be assigned, only put into the pool first.</source>
        <translation>
            <numerusform>%Ln new customer left out: new ones cannot be assigned, only put into the pool first.</numerusform>
            <numerusform>%Ln new customers left out: new ones cannot be assigned, only put into the pool first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: colleagues follow them. Assign changes the agent.</source>
        <translation>
            <numerusform>%Ln left out: a colleague follows it. Assign changes the agent.</numerusform>
            <numerusform>%Ln left out: colleagues follow them. Assign changes the agent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already so.</source>
        <translation>
            <numerusform>%Ln already so.</numerusform>
            <numerusform>%Ln already so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: their list is not known on this computer.</source>
        <translation>
            <numerusform>%Ln left out: its list is not known on this computer.</numerusform>
            <numerusform>%Ln left out: their list is not known on this computer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobWords</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cancelled after %Ln customer(s)</source>
        <translation>
            <numerusform>cancelled after %Ln customer</numerusform>
            <numerusform>cancelled after %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) done</source>
        <translation>
            <numerusform>%Ln customer done</numerusform>
            <numerusform>%Ln customers done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change the tags of %Ln customer(s)?</source>
        <translation>
            <numerusform>Change the tags of %Ln customer?</numerusform>
            <numerusform>Change the tags of %Ln customers?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln customer(s)?</source>
        <translation>
            <numerusform>Change %Ln customer?</numerusform>
            <numerusform>Change %Ln customers?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LastImport</name>
    <message numerus="yes">
        <source>%Ln row(s) of {file} were not imported ({time}).</source>
        <translation>
            <numerusform>%Ln row of {file} was not imported ({time}).</numerusform>
            <numerusform>%Ln rows of {file} were not imported ({time}).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListEdit</name>
    <message numerus="yes">
        <source>%n more, kept as they are</source>
        <translation>
            <numerusform>%n more, kept as it is</numerusform>
            <numerusform>%n more, kept as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyEditor</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxDeciding</name>
    <message numerus="yes">
        <source>Discard %n edit(s)?</source>
        <translation>
            <numerusform>Discard %n edit?</numerusform>
            <numerusform>Discard %n edits?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discarded %n edit(s)</source>
        <translation>
            <numerusform>Discarded %n edit</numerusform>
            <numerusform>Discarded %n edits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message numerus="yes">
        <source>Delete %Ln tag(s)?</source>
        <translation>
            <numerusform>Delete %Ln tag?</numerusform>
            <numerusform>Delete %Ln tags?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StagedWords</name>
    <message numerus="yes">
        <source>%n customer(s) are in “{stage}” now</source>
        <translation>
            <numerusform>%n customer is in “{stage}” now</numerusform>
            <numerusform>%n customers are in “{stage}” now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) in “{stage}”: {result}</source>
        <translation>
            <numerusform>%n customer in “{stage}”: {result}</numerusform>
            <numerusform>%n customers in “{stage}”: {result}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n customer(s) into “{stage}”</source>
        <translation>
            <numerusform>Put %n customer into “{stage}”</numerusform>
            <numerusform>Put %n customers into “{stage}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StallWatch</name>
    <message numerus="yes">
        <source>Longest wait {longest} ms, 99.9 % up to {most} ms, %n above 16 ms</source>
        <translation>
            <numerusform>Longest wait {longest} ms, 99.9 % up to {most} ms, %n above 16 ms</numerusform>
            <numerusform>Longest wait {longest} ms, 99.9 % up to {most} ms, %n above 16 ms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) waiting in the outbox</source>
        <translation>
            <numerusform>%n edit waiting in the outbox</numerusform>
            <numerusform>%n edits waiting in the outbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) unreadable</source>
        <translation>
            <numerusform>%n record unreadable</numerusform>
            <numerusform>%n records unreadable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagPicker</name>
    <message numerus="yes">
        <source>Nothing found. A tag&apos;s name has %n character(s) at most.</source>
        <translation>
            <numerusform>Nothing found. A tag&apos;s name has %n character at most.</numerusform>
            <numerusform>Nothing found. A tag&apos;s name has %n characters at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaggedWords</name>
    <message numerus="yes">
        <source>Added the tag “{tag}” to %n customer(s)</source>
        <translation>
            <numerusform>Added the tag “{tag}” to %n customer</numerusform>
            <numerusform>Added the tag “{tag}” to %n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed the tag “{tag}” from %n customer(s)</source>
        <translation>
            <numerusform>Removed the tag “{tag}” from %n customer</numerusform>
            <numerusform>Removed the tag “{tag}” from %n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed the tags of %n customer(s)</source>
        <translation>
            <numerusform>Changed the tags of %n customer</numerusform>
            <numerusform>Changed the tags of %n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProbeLines</name>
    <message numerus="yes">
        <source>The clock differs from the server&apos;s by %n second(s). It harms nothing.</source>
        <translation>
            <numerusform>The clock differs from the server&apos;s by %n second. It harms nothing.</numerusform>
            <numerusform>The clock differs from the server&apos;s by %n seconds. It harms nothing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextLookup</name>
    <message numerus="yes">
        <source>%n language(s)</source>
        <translation>
            <numerusform>%n language</numerusform>
            <numerusform>%n languages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>Assign %Ln customer(s) to {agent}</source>
        <translation>
            <numerusform>Assign %Ln customer to {agent}</numerusform>
            <numerusform>Assign %Ln customers to {agent}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln customer(s) into the customer pool</source>
        <translation>
            <numerusform>Put %Ln customer into the customer pool</numerusform>
            <numerusform>Put %Ln customers into the customer pool</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln customer(s) into the customer pool as invalid</source>
        <translation>
            <numerusform>Put %Ln customer into the customer pool as invalid</numerusform>
            <numerusform>Put %Ln customers into the customer pool as invalid</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndStep</name>
    <message numerus="yes">
        <source>%Ln customer(s) created.</source>
        <translation>
            <numerusform>%Ln customer created.</numerusform>
            <numerusform>%Ln customers created.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) changed.</source>
        <translation>
            <numerusform>%Ln customer changed.</numerusform>
            <numerusform>%Ln customers changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged.</source>
        <translation>
            <numerusform>%Ln unchanged.</numerusform>
            <numerusform>%Ln unchanged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) not imported.</source>
        <translation>
            <numerusform>%Ln row not imported.</numerusform>
            <numerusform>%Ln rows not imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportScreens</name>
    <message numerus="yes">
        <source>%Ln customer(s) written to {file}</source>
        <translation>
            <numerusform>%Ln customer written to {file}</numerusform>
            <numerusform>%Ln customers written to {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message numerus="yes">
        <source>{file}: %Ln row(s)</source>
        <translation>
            <numerusform>{file}: %Ln row</numerusform>
            <numerusform>{file}: %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWindow</name>
    <message numerus="yes">
        <source>Import %Ln row(s)</source>
        <translation>
            <numerusform>Import %Ln row</numerusform>
            <numerusform>Import %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%Ln customer(s) are created</source>
        <translation>
            <numerusform>%Ln customer is created</numerusform>
            <numerusform>%Ln customers are created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change</source>
        <translation>
            <numerusform>%Ln changes</numerusform>
            <numerusform>%Ln change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay as they are</source>
        <translation>
            <numerusform>%Ln stays as it is</numerusform>
            <numerusform>%Ln stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have a problem and are left out</source>
        <translation>
            <numerusform>%Ln row has a problem and is left out</numerusform>
            <numerusform>%Ln rows have a problem and are left out</numerusform>
        </translation>
    </message>
</context>
</TS>
