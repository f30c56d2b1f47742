# shellcheck shell=bash disable=SC2154 # variables of bench.sh
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# All checks of an opened tree: a refbox with this machine's programs and libraries, vservers that link them.

# smallFiles FOLDER COUNT: in folders of a hundred, no two the same, of up to 8 KB.
smallFiles() {
    local folder=$1 count=$2 i
    for ((i = 0; i < count; i++)); do
        ((i % 100 > 0)) || mkdir -p -- "$folder/$((i / 100))"
        printf 'file %d of %s%*s\n' "$i" "$folder" "$((RANDOM % 8000))" . >"$folder/$((i / 100))/$i"
    done
}

# programs FOLDER COUNT: copies of programs and libraries of this machine, until there are as many.
programs() {
    local folder=$1 count=$2 made=0 file found
    mkdir -p -- "$folder/bin" "$folder/lib" "$folder/lib64"
    find -L /usr/bin /usr/lib -xdev -type f \( -path '/usr/bin/*' -o -name '*.so*' \) -size -400k -print0 2>/dev/null |
        xargs -0 grep -lUP -m 1 '\A\x7fELF' >"$benchDir/elf.list" || true
    found=$(wc -l <"$benchDir/elf.list")
    ((found > 0)) || die "found no programs to check"
    while ((made < count)); do
        while read -r file && ((made < count)); do
            case $file in
            *.so*) cp -- "$file" "$folder/lib/${file##*/}-$made" ;;
            *) cp -- "$file" "$folder/bin/${file##*/}-$made" ;;
            esac
            made=$((made + 1))
        done <"$benchDir/elf.list"
    done
    # By their own names, so that what needs them finds them.
    find -L /usr/lib -maxdepth 2 -name '*.so.*' -type f -exec cp -n -L -t "$folder/lib" -- {} + 2>/dev/null || true
    cp -L -t "$folder/lib64" -- /lib64/ld-* 2>/dev/null || true # where that is the loader's place
}

benchCheck() {
    local top=$benchDir/checked elf=5000 rest=45000 private=20000 i
    [[ -x $bin/refbox-bench-check ]] || die "the build made no refbox-bench-check"
    [[ $small == no ]] || elf=200 rest=1800 private=400
    RANDOM=1 # the same sizes every time
    programs "$top/refbox" "$elf"
    smallFiles "$top/refbox/share" "$rest"
    for i in 1 2; do
        mkdir -- "$top/vserver$i"
        cp -al -t "$top/vserver$i" -- "$top"/refbox/{bin,lib,lib64}
        smallFiles "$top/vserver$i/data" "$private"
    done
    printf '# check: %s files, %s of them programs and libraries, %s names\n' \
        "$(find "$top" -type f -printf '%i\n' | sort -u | wc -l)" \
        "$(find "$top/refbox/bin" "$top/refbox/lib" -type f | wc -l)" "$(find "$top" -type f | wc -l)"
    "$bin/refbox-bench-check" "$top" "$rounds"
}
