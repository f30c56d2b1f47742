# shellcheck shell=bash disable=SC2154 # variables of bench.sh
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The classic package from its tarballs with nothing kept from before, against a shell script of the same steps
# with "make -j" of as many processes as there are cores, one component after the other. One round: it takes
# minutes. Ours also plans, writes the image and the star-ball, and reads them back.

# The machine as the builds of Refbox see it, with a /build and an /opt to write to.
plainBuild() {
    local folder arguments=(--dev /dev --proc /proc --tmpfs /tmp --tmpfs /opt --bind "$2" /build --bind "$1" "$1"
        --ro-bind "$sources" "$sources" --ro-bind /usr /usr --ro-bind-try /etc/alternatives /etc/alternatives)
    for folder in /bin /sbin /lib /lib32 /lib64 /libx32; do
        if [[ -L $folder ]]; then
            arguments+=(--symlink "$(readlink "$folder")" "$folder")
        elif [[ -d $folder ]]; then
            arguments+=(--ro-bind "$folder" "$folder")
        fi
    done
    exec bwrap --unshare-all --die-with-parent "${arguments[@]}" --chdir /build /bin/sh "$1/plain.sh"
}

benchSources() {
    local project=$benchDir/sources.refbox.lua sources=${REFBOX_SOURCES:-$top/../shared/sources}
    needsCli
    sources=${sources%%:*}
    if [[ ! -d $sources ]]; then
        printf '# sources: not measured, no folder of tarballs: set REFBOX_SOURCES\n'
        return
    fi
    sources=$(cd -- "$sources" && pwd -P)
    "$cli" new "$project" --template nano-vserver-from-source >/dev/null
    if [[ $small == yes ]]; then
        cat >"$project" <<'END'
return {
  refbox = 1,
  name = "small",
  components = {
    { name = "attr", prefix = "/opt/sgi", source = { recipe = "attr" } },
    { name = "acl", prefix = "/opt/sgi", source = { recipe = "acl" } },
  },
}
END
    fi
    mkdir -- "$benchDir/plain" "$benchDir/plain.work"
    lua5.4 "$top/packaging/bench/plainbuild.lua" "$project" "$top/resources/catalogue" "$sources" "$(nproc)" \
        >"$benchDir/plain/plain.sh"
    export -f plainBuild
    export sources
    # shellcheck disable=SC2016 # the inner shell expands
    sample script "" bash -c 'plainBuild "$1" "$2"' bash "$benchDir/plain" "$benchDir/plain.work"
    # shellcheck disable=SC2030 # only for this group
    (
        export REFBOX_CACHE=$benchDir/sources.cache REFBOX_SOURCES=$sources REFBOX_OFFLINE=1
        sample refbox "$benchDir/sources.out/$(sed -n 's/^  name = "\(.*\)",$/\1/p' "$project").img" \
            "$cli" build "$project" --out "$benchDir/sources.out"
        for ((round = 0; round < rounds; round++)); do
            sample again "" "$cli" build "$project" --out "$benchDir/sources.out"
            sample unchanged "" "$cli" plan "$project"
        done
    )
    seconds sources script unflushed plain_script
    seconds sources refbox unflushed cold_build
    ratio sources refbox script unflushed plain_script
    seconds sources again unflushed second_build
    seconds sources unchanged unflushed second_plan
}
