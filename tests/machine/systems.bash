# System images for the scenarios, made of the image that is tried: other versions of it, and spoiled ones.
# Read by scenarios/system-*; not a program. Needs machine.bash and what new_card() has left in $work.
# shellcheck shell=bash disable=SC2154

# make_system VERSION FILE [PROGRAM]: with the hand in its initrd; PROGRAM takes the place of the screen's program.
make_system() {
  local root=$work/system.ext4 parts=$work/parts boot=/usr/lib/wegweiser/boot label size sums
  rm -f "$root"
  size=$(du -sm "$work/image/root" | cut -f1)
  truncate -s $((size + size / 20 + 96))M "$root"
  mke2fs -q -t ext4 -F -m 0 -O ^has_journal -d "$work/image/root" "$root"
  rm -rf "$parts"
  mkdir "$parts"
  debugfs -R "rdump $boot $parts" "$root" 2>/dev/null
  truncate -s %4 "$parts/boot/initrd"
  cat "$work/more.cpio" >>"$parts/boot/initrd"
  rm "$parts/boot/sums"
  sums=$(cd "$parts/boot" && find . -type f -printf '%P\n' | sort | xargs -d '\n' sha256sum)
  printf '%s\n' "$sums" >"$parts/boot/sums"
  label=$(printf 'wegweiser-image 1\nmachine = generic-amd64\nversion = %s' "$1")
  printf '%s\n' "$label" >"$parts/image"
  {
    for name in initrd sums; do printf 'rm %s/%s\nwrite %s %s/%s\n' $boot $name "$parts/boot/$name" $boot $name; done
    printf 'rm %s\nwrite %s %s\n' ${boot%/boot}/image "$parts/image" ${boot%/boot}/image
    [ -z "${3:-}" ] || printf 'rm %s\nwrite %s %s\n' /usr/bin/wegweiser-kiosk "$3" /usr/bin/wegweiser-kiosk
  } >"$parts/commands"
  debugfs -w -f "$parts/commands" "$root" >"$parts/log" 2>&1
  size=$((${#label} + 1))
  # shellcheck disable=SC2059
  { printf '\x50\x2a\x4d\x18' && printf "\\x$(printf %02x $((size % 256)))\\x$(printf %02x $((size / 256)))\\0\\0" &&
    printf '%s\n' "$label" && zstd -q -c -T0 -1 "$root"; } >"$2"
  rm "$root"
}

# offer_system FILE: published, and on a stick that carries systems, plugged in.
offer_system() {
  local desk=(--keys "$work/keys" --passphrase-file "$work/passphrase")
  "$bin/wegweiser-content" publish-system "$1" --repository "$work/repository" "${desk[@]}" || not_so "the system is not published"
  rm -rf "$work/system-stick"
  mkdir "$work/system-stick"
  "$bin/wegweiser-content" stick "$work/repository" "$work/system-stick" --systems "${desk[@]}" || not_so "no stick"
  make_stick "$work/system-stick.img" "$work/system-stick" 900
  rm -rf "$work/system-stick"
  plug "$work/system-stick.img"
}

# What the device says about its system: says WORDS.
says() { sleep 2; case $(device "system status" 20) in *"$1"*) ;; *) return 1 ;; esac; }
