#!/usr/bin/env bash
# Takes out of Qt's ICU data, most of the size of a bundle, every language but English and Chinese. The rest stays as it is.
# Usage: packaging/linux/icu.sh FOLDER, with libicudata.so.N in it. Needs icupkg (icu-devtools) and binutils.
set -euo pipefail

library=$(ls "$1"/libicudata.so.*)
number=${library##*.so.}
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
# The name of the file is part of the names in it.
data=icudt${number}l.dat
mkdir whole small
objcopy -O binary -j .rodata "$library" "whole/$data"
icupkg -l "whole/$data" | sed 's/\r$//' >names
folders='(coll|curr|lang|region|unit|zone)/'
# Line breaking by dictionary, transliteration, spelt-out numbers, and all that is named after a language or lies in a folder of them;
grep -E "^(brkitr|translit|rbnf)/|\.dict$|^$folders|^[a-z]{2,3}(_[A-Za-z0-9_]+)?\.res$" names |
    # but not what all languages share, English and Chinese.
    grep -vE "^($folders)?(root|res_index|pool|supplementalData|tzdbNames|ucadata|zh(_[A-Za-z]+)*|en)\.(res|icu)$" >removed.txt
icupkg -r removed.txt "whole/$data" "small/$data"
cat >data.s <<END
.section .rodata
.balign 16
.global icudt${number}_dat
.type icudt${number}_dat, %object
icudt${number}_dat:
.incbin "small/$data"
.size icudt${number}_dat, . - icudt${number}_dat
.section .note.GNU-stack, "", %progbits
END
as data.s -o data.o
ld -shared --hash-style=gnu -z noexecstack -soname "$(basename "$library")" data.o -o "$library"
