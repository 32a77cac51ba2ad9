#!/usr/bin/env bash
# Macht ein Abbild, das auf eine Karte oder Platte geschrieben wird und startet: Debian 12, die Pakete
# aus tools/package, ein Inhaltspaket. Als root, auf Debian 12. Was eine Maschine ausmacht, steht in
# ihrer Datei *.machine; wie sie startet, in loader-*. Kein Abbild enthält einen Schlüssel oder ein Kennwort.
# shellcheck disable=SC2154  # was die Datei der Maschine setzt
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in de*) messages=de ;; *) messages=en ;; esac
machines() { (cd "$here" && ls ./*.machine) | sed 's|^\./\(.*\)\.machine$|\1|' | tr '\n' ' '; }
# say DEUTSCH ENGLISCH
say() { if [ "$messages" = de ]; then printf 'build.sh: %s\n' "$1"; else printf 'build.sh: %s\n' "$2"; fi >&2; }
stop() { say "$@"; exit 1; }
usage() {
  if [ "$messages" = de ]; then cat; else cat <&3; fi <<DE 3<<EN
board-support/image/build.sh --machine MASCHINE [OPTIONEN]
  MASCHINE: $(machines)
  --packages ORDNER   die .deb-Dateien; sonst build/release/packages, für fremde Prozessoren build/ARCHITEKTUR/packages
  --bundle DATEI      das mitgelieferte Inhaltspaket; sonst build/release/herne.bundle
  --trust ROOT.json   wem das Gerät vertraut; ohne nimmt es erst nach «wegweiser-device trust» etwas an
  --settings DATEI    wegweiser.conf für die Bootpartition; sonst die ausgelieferte
  --mirror ADRESSE    woher Debian kommt; sonst das Verzeichnis, das dieser Rechner benutzt
  --output DATEI      sonst build/wegweiser-MASCHINE.img
  --system DATEI      dazu dasselbe als System, das ein Gerät als Update nimmt (wegweiser-content publish-system)
  --version VERSION   höchstens vier Zahlen mit Punkten; ein Gerät nimmt nur Höheres, als es hat. Sonst die der
                      Pakete mit dem heutigen Tag, wie 0.1.0.20261126
  --work ORDNER       wo der Baum entsteht (4 GB); sonst ein neuer Ordner, der wieder verschwindet.
                      Ein Debian, das dort schon liegt (debian-ARCHITEKTUR), wird wieder benutzt:
                      löschen, um es zu erneuern
  --messages de|en    in welcher Sprache build.sh spricht
DE
board-support/image/build.sh --machine MACHINE [OPTIONS]
  MACHINE: $(machines)
  --packages FOLDER   the .deb files; otherwise build/release/packages, for foreign processors build/ARCHITECTURE/packages
  --bundle FILE       the bundle that is shipped; otherwise build/release/herne.bundle
  --trust ROOT.json   whom the device trusts; without, it accepts nothing before «wegweiser-device trust»
  --settings FILE     wegweiser.conf for the boot partition; otherwise the one as shipped
  --mirror ADDRESS    where Debian comes from; otherwise the mirror this computer uses
  --output FILE       otherwise build/wegweiser-MACHINE.img
  --system FILE       the same as a system too, which a device takes as an update (wegweiser-content publish-system)
  --version VERSION   at most four numbers between dots; a device takes only what is higher than what it has.
                      Otherwise that of the packages with the day of today, such as 0.1.0.20261126
  --work FOLDER       where the tree is made (4 GB); otherwise a new folder that goes again.
                      A Debian that is there already (debian-ARCHITECTURE) is used again:
                      remove it to renew it
  --messages de|en    the language build.sh speaks
EN
}
wrong() { usage >&2; exit 2; }

machine="" debs="" bundle=build/release/herne.bundle trust="" settings="" mirror="" output="" work="" system="" version=""
while [ $# -gt 0 ]; do
  case "$1" in --help) usage; exit 0 ;; esac
  [ $# -ge 2 ] || wrong
  case "$1" in
    --machine) machine=$2 ;; --packages) debs=$2 ;; --bundle) bundle=$2 ;; --trust) trust=$2 ;;
    --settings) settings=$2 ;; --mirror) mirror=$2 ;; --output) output=$2 ;; --work) work=$2 ;;
    --system) system=$2 ;; --version) version=$2 ;;
    --messages) case $2 in de | en) messages=$2 ;; *) wrong ;; esac ;;
    *) say "was soll «$1»?" "what is «$1»?"; wrong ;;
  esac
  shift 2
done
case $machine in "" | *[!a-z0-9-]*) wrong ;; esac
[ -f "$here/$machine.machine" ] || stop "keine Maschine «$machine»; es gibt: $(machines)" "no machine «$machine»; there are: $(machines)"
# shellcheck source=/dev/null
. "$here/$machine.machine"
# shellcheck source=/dev/null
. "$here/loader-$boot_loader"
output=${output:-build/wegweiser-$machine.img}
if [ -z "$debs" ]; then
  debs=build/release/packages
  [ "$architecture" = "$(dpkg --print-architecture)" ] || debs=build/$architecture/packages
fi
[ "$(id -u)" = 0 ] || stop "bitte als root" "as root, please"
case $version in *[!0-9.]* | *.*.*.*.* | .* | *. | *..*) wrong ;; esac
needed="mmdebstrap e2fsprogs fdisk dosfstools mtools uuid-runtime zstd device-tree-compiler"
for tool in mmdebstrap mke2fs sfdisk mkfs.vfat mcopy uuidgen zstd $loader_tools; do
  command -v "$tool" >/dev/null || stop "es fehlt $tool (apt install $needed)" "missing: $tool (apt install $needed)"
done
if [ "$architecture" != "$(dpkg --print-architecture)" ]; then
  { command -v arch-test && arch-test "$architecture"; } >/dev/null ||
    stop "dieser Rechner führt keine Programme für $architecture aus (apt install qemu-user-static binfmt-support arch-test)" \
      "this computer runs no programs for $architecture (apt install qemu-user-static binfmt-support arch-test)"
fi
for file in "$bundle" ${trust:+"$trust"} ${settings:+"$settings"}; do
  [ -f "$file" ] || stop "keine Datei «$file»" "no file «$file»"
done
ours=()
for name in fonts device kiosk; do
  found=$(find "$debs" -maxdepth 1 -name "wegweiser-${name}_*_$architecture.deb" -o -maxdepth 1 -name "wegweiser-${name}_*_all.deb" 2>/dev/null | sort | tail -n 1)
  [ -n "$found" ] || stop "kein Paket wegweiser-$name für $architecture in $debs: erst tools/package" \
    "no package wegweiser-$name for $architecture in $debs: tools/package first"
  ours+=("$(readlink -f "$found")")
done
if [ -z "$version" ]; then
  version=$(dpkg-deb -f "${ours[1]}" Version)
  version=${version%%[!0-9.]*}.$(date +%Y%m%d)
fi
mirror=${mirror:-$("$here/mirror")}
[ -n "$mirror" ] || stop "woher kommt Debian? --mirror ADRESSE" "where does Debian come from? --mirror ADDRESS"

if [ -z "$work" ]; then
  mkdir -p "$(dirname "$output")"
  work=$(mktemp -d -p "$(dirname "$output")" image.XXXXXX)
  trap 'rm -rf "$work"' EXIT
fi
mkdir -p "$work"
root=$work/root
debian=$work/debian-$architecture
if [ ! -d "$debian" ]; then
  say "Debian nach $debian" "Debian to $debian"
  rm -rf "$debian.arriving"
  # Ohne Kern und Firmware: So taugt ein Baum für alle Maschinen eines Prozessors.
  mmdebstrap --quiet --variant=minbase --architectures="$architecture" --aptopt='Apt::Install-Recommends "false"' \
    --include="$(sed 's/#.*//' "$here/packages.txt" | tr -s ' \n' ',,')" \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --essential-hook="$here/place-root \"\$1\"" \
    bookworm "$debian.arriving" "deb $mirror bookworm main non-free-firmware" \
    "deb $mirror bookworm-updates main non-free-firmware" \
    "deb ${mirror%/}-security bookworm-security main non-free-firmware"
  mv "$debian.arriving" "$debian"
fi
say "Pakete und Inhalt nach $root" "packages and content to $root"
rm -rf "$root" "${work:?}/boot" "$work/data"
cp -a "$debian" "$root"
unshare --mount "$here/finish-root" "$root" "$(readlink -f "$bundle")" "${trust:+$(readlink -f "$trust")}" \
  "$packages" "$initrd_modules" "${ours[@]}"

say "Partitionen" "partitions"
# Wie der Kern die vier Partitionen nennt; in einer MBR kommt der Name von der Nummer der Platte. Im System
# selbst steht keiner davon, denn es passt auf jede Karte: /dev/wegweiser/* macht wegweiser-overlay.
# Was auf der Bootpartition liegt, liest nur root; wie es heißt, sieht auch der Selbsttest (Systeme auf Probe).
if [ "$table" = gpt ]; then
  boot_id=$(uuidgen) root_a=$(uuidgen) root_b=$(uuidgen) data_id=$(uuidgen)
else
  disk_id=$(uuidgen | cut -c1-8)
  boot_id=$disk_id-01 root_a=$disk_id-02 root_b=$disk_id-03 data_id=$disk_id-04
fi
cat >"$root/etc/fstab" <<FSTAB
/dev/wegweiser/boot /boot vfat ro,nosuid,nodev,noexec,dmask=0022,fmask=0077,nofail,x-systemd.before=local-fs.target,x-systemd.device-timeout=90s 0 2
/dev/wegweiser/data /var/lib/wegweiser ext4 nosuid,nodev,noexec,noatime,errors=remount-ro,nofail,x-systemd.growfs,x-systemd.before=local-fs.target,x-systemd.device-timeout=90s 0 2
tmpfs /tmp tmpfs nosuid,nodev,size=64m 0 0
FSTAB
boot=$work/boot
options="ro quiet loglevel=3 panic=10 fsck.repair=yes vt.global_cursor_default=0 consoleblank=0 systemd.show_status=no systemd.gpt_auto=no${command_line:+ $command_line}"
mkdir -p "$boot/wegweiser"
# Was vor der Wurzel startet, liegt auch in ihr: Ein Update holt es von dort auf die Bootpartition.
parts=$root/usr/lib/wegweiser/boot
mkdir -p "$parts"
cp -L "$root"/boot/vmlinuz-* "$parts/linux"
cp -L "$root"/boot/initrd.img-* "$parts/initrd"
rm -rf "${root:?}"/boot/*
place_slot "$parts" "$root"
cp -r "$parts" "$boot/a"
printf '%s\n' "$options" >"$parts/command-line"
sums=$(cd "$parts" && find . -type f -printf '%P\n' | sort | xargs -d '\n' sha256sum)
printf '%s\n' "$sums" >"$parts/sums"
label=$(printf 'wegweiser-image 1\nmachine = %s\nversion = %s' "$machine" "$version")
printf '%s\n' "$label" >"$root/usr/lib/wegweiser/image"
place_loader "$boot" "$root" "root=PARTUUID=$root_a wegweiser.slot=a $options" "$version"
cp "${settings:-board-support/wegweiser.conf}" "$boot/wegweiser/wegweiser.conf"
cp "$here/wpa_supplicant.conf.example" "$boot/wegweiser/"
cp -a "$root/var/lib/wegweiser" "$work/data"
rm -rf "${root:?}"/var/lib/wegweiser/*

file_system() { truncate -s "$2M" "$work/$1.ext4" && mke2fs -q -t ext4 -F -L "wegweiser-$1" -m 0 "${@:4}" -d "$3" "$work/$1.ext4"; }
rm -f "$work"/*.ext4 "$work/boot.fat"
file_system a "$root_mib" "$root" -O ^has_journal
file_system data "$data_mib" "$work/data"
truncate -s "${boot_mib}M" "$work/boot.fat"
mkfs.vfat -F 32 -n WEGWEISER "$work/boot.fat" >/dev/null
mcopy -s -i "$work/boot.fat" "$boot"/* ::

# 1 MiB vor und hinter den Partitionen gehört der Tabelle.
rm -f "$output"
truncate -s $((2 + boot_mib + 2 * root_mib + data_mib))M "$output"
if [ "$table" = gpt ]; then
  sfdisk --quiet "$output" <<TABLE
label: gpt
start=1MiB, size=${boot_mib}MiB, type=U, uuid=$boot_id, name=wegweiser-boot
size=${root_mib}MiB, type=L, uuid=$root_a, name=wegweiser-a
size=${root_mib}MiB, type=L, uuid=$root_b, name=wegweiser-b
size=${data_mib}MiB, type=L, uuid=$data_id, name=wegweiser-data
TABLE
else
  sfdisk --quiet "$output" <<TABLE
label: dos
label-id: 0x$disk_id
start=1MiB, size=${boot_mib}MiB, type=c, bootable
size=${root_mib}MiB, type=83
size=${root_mib}MiB, type=83
size=${data_mib}MiB, type=83
TABLE
fi
into() { dd if="$work/$1" of="$output" bs=1M seek="$2" conv=notrunc,sparse status=none; }
into boot.fat 1
into a.ext4 $((1 + boot_mib))
into data.ext4 $((1 + boot_mib + 2 * root_mib))
if [ -n "$system" ]; then
  say "System $version nach $system" "system $version to $system"
  # So klein, wie es geht: Alles davon wird auf der Karte geschrieben.
  system_mib=$(du -sm "$root" | cut -f1)
  system_mib=$((system_mib + system_mib / 20 + 32))
  [ "$system_mib" -le "$root_mib" ] || system_mib=$root_mib
  file_system system "$system_mib" "$root" -O ^has_journal
  # Vorn ein überspringbarer Rahmen von zstd, der Maschine und Version nennt.
  size=$((${#label} + 1))
  # shellcheck disable=SC2059  # die Länge, niedrigstes Byte zuerst
  { printf '\x50\x2a\x4d\x18' && printf "\\x$(printf %02x $((size % 256)))\\x$(printf %02x $((size / 256)))\\0\\0" &&
    printf '%s\n' "$label" && zstd -q -c -T0 -12 "$work/system.ext4"; } >"$system.new"
  mv "$system.new" "$system"
fi
figures="$(du -m "$output" | cut -f1) MB" programs="$(du -sm "$root" | cut -f1) MB"
say "fertig: $output, $figures belegt, $programs Programme" "done: $output, $figures used, $programs of programs"
