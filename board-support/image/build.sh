#!/usr/bin/env bash
# Macht ein Abbild, das auf eine Karte oder Platte geschrieben wird und startet: Debian 12, die Pakete
# aus tools/package, ein Inhaltspaket. Als root, auf Debian 12.
#   board-support/image/build.sh --machine generic-amd64 [OPTIONEN]
#     --packages ORDNER   die .deb-Dateien; sonst build/release/packages
#     --bundle DATEI      das mitgelieferte Inhaltspaket; sonst build/release/herne.bundle
#     --trust ROOT.json   wem das Gerät vertraut; ohne nimmt es erst nach «wegweiser-device trust» etwas an
#     --settings DATEI    wegweiser.conf für die Bootpartition; sonst die ausgelieferte
#     --mirror ADRESSE    woher Debian kommt; sonst das Verzeichnis, das dieser Rechner benutzt
#     --output DATEI      sonst build/wegweiser-MASCHINE.img
#     --work ORDNER       wo der Baum entsteht (4 GB); sonst ein neuer Ordner, der wieder verschwindet.
#                         Ein Debian, das dort schon liegt, wird wieder benutzt: löschen, um es zu erneuern
# Kein Abbild enthält einen Schlüssel oder ein Kennwort.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
usage() { sed -n '2,14p' "$here/build.sh" | sed 's/^# \{0,1\}//'; }
say() { printf 'build.sh: %s\n' "$*" >&2; }
stop() { say "$@"; exit 1; }

machine="" debs=build/release/packages bundle=build/release/herne.bundle trust="" settings="" mirror=""
output="" work=""
while [ $# -gt 0 ]; do
  case "$1" in --help) usage; exit 0 ;; esac
  [ $# -ge 2 ] || { usage >&2; exit 2; }
  case "$1" in
    --machine) machine=$2 ;; --packages) debs=$2 ;; --bundle) bundle=$2 ;; --trust) trust=$2 ;;
    --settings) settings=$2 ;; --mirror) mirror=$2 ;; --output) output=$2 ;; --work) work=$2 ;;
    *) say "was soll «$1»?"; usage >&2; exit 2 ;;
  esac
  shift 2
done
case $machine in "" | *[!a-z0-9-]*) usage >&2; exit 2 ;; esac
[ -f "$here/$machine.machine" ] || stop "keine Maschine «$machine»: $(cd "$here" && ls ./*.machine)"
# shellcheck source=/dev/null
. "$here/$machine.machine"
output=${output:-build/wegweiser-$machine.img}
[ "$(id -u)" = 0 ] || stop "bitte als root"
for tool in mmdebstrap mke2fs sfdisk mkfs.vfat mcopy uuidgen; do
  command -v "$tool" >/dev/null ||
    stop "es fehlt $tool (apt install mmdebstrap e2fsprogs fdisk dosfstools mtools uuid-runtime)"
done
for file in "$bundle" ${trust:+"$trust"} ${settings:+"$settings"}; do
  [ -f "$file" ] || stop "keine Datei «$file»"
done
ours=()
for name in fonts device kiosk; do
  found=$(find "$debs" -maxdepth 1 -name "wegweiser-${name}_*_$architecture.deb" -o -maxdepth 1 -name "wegweiser-${name}_*_all.deb" | sort | tail -n 1)
  [ -n "$found" ] || stop "kein Paket wegweiser-$name in $debs: erst tools/package"
  ours+=("$(readlink -f "$found")")
done
mirror=${mirror:-$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Codename: bookworm' 'Component: main' | head -n 1)}
[ -n "$mirror" ] || stop "woher kommt Debian? --mirror ADRESSE"

if [ -z "$work" ]; then
  work=$(mktemp -d -p "$(dirname "$output")" image.XXXXXX)
  trap 'rm -rf "$work"' EXIT
fi
mkdir -p "$work"
root=$work/root
if [ ! -d "$work/debian" ]; then
  say "Debian nach $work/debian"
  rm -rf "$work/arriving"
  mmdebstrap --quiet --variant=minbase --architectures="$architecture" --aptopt='Apt::Install-Recommends "false"' \
    --include="$(sed 's/#.*//' "$here/packages.txt" | tr -s ' \n' ',,')$(tr ' ' , <<<"$packages")" \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --essential-hook="$here/place-root \"\$1\"" \
    bookworm "$work/arriving" "deb $mirror bookworm main non-free-firmware" "deb $mirror bookworm-updates main"
  mv "$work/arriving" "$work/debian"
fi
say "Pakete und Inhalt nach $root"
rm -rf "$root" "$work/boot" "$work/data"
cp -a "$work/debian" "$root"
unshare --mount "$here/finish-root" "$root" "$(readlink -f "$bundle")" "${trust:+$(readlink -f "$trust")}" "${ours[@]}"

say "Partitionen"
boot_id=$(uuidgen) root_a=$(uuidgen) root_b=$(uuidgen) data_id=$(uuidgen)
cat >"$root/etc/fstab" <<FSTAB
PARTUUID=$boot_id /boot vfat ro,nosuid,nodev,noexec,umask=0077,nofail,x-systemd.before=local-fs.target,x-systemd.device-timeout=90s 0 2
PARTUUID=$data_id /var/lib/wegweiser ext4 nosuid,nodev,noexec,noatime,errors=remount-ro,nofail,x-systemd.growfs,x-systemd.before=local-fs.target,x-systemd.device-timeout=90s 0 2
tmpfs /tmp tmpfs nosuid,nodev,size=64m 0 0
FSTAB
boot=$work/boot
mkdir -p "$boot/EFI/BOOT" "$boot/loader/entries" "$boot/a" "$boot/wegweiser"
cp "$root/usr/lib/systemd/boot/efi/$loader" "$boot/EFI/BOOT/$loader_as"
cp -L "$root"/boot/vmlinuz-* "$boot/a/linux"
cp -L "$root"/boot/initrd.img-* "$boot/a/initrd"
rm -f "$root"/boot/*
printf 'timeout 0\neditor no\ndefault wegweiser-*\n' >"$boot/loader/loader.conf"
cat >"$boot/loader/entries/wegweiser-a.conf" <<ENTRY
title Wegweiser
linux /a/linux
initrd /a/initrd
options root=PARTUUID=$root_a ro quiet loglevel=3 panic=10 fsck.repair=yes vt.global_cursor_default=0 consoleblank=0 systemd.show_status=no systemd.gpt_auto=no $command_line
ENTRY
cp "${settings:-board-support/wegweiser.conf}" "$boot/wegweiser/wegweiser.conf"
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
sfdisk --quiet "$output" <<TABLE
label: gpt
start=1MiB, size=${boot_mib}MiB, type=U, uuid=$boot_id, name=wegweiser-boot
size=${root_mib}MiB, type=L, uuid=$root_a, name=wegweiser-a
size=${root_mib}MiB, type=L, uuid=$root_b, name=wegweiser-b
size=${data_mib}MiB, type=L, uuid=$data_id, name=wegweiser-data
TABLE
into() { dd if="$work/$1" of="$output" bs=1M seek="$2" conv=notrunc,sparse status=none; }
into boot.fat 1
into a.ext4 $((1 + boot_mib))
into data.ext4 $((1 + boot_mib + 2 * root_mib))
say "fertig: $output, $(du -m "$output" | cut -f1) MB belegt, $(du -sm "$root" | cut -f1) MB Programme"
