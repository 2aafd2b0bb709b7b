#!/bin/sh
# Subsets Manrope for the staff pages: Latin letters, marks and tabular figures, weights 400 and 700.
# Usage: Scripts/make-fonts.sh OUT_DIR
# Needs the Debian packages fonts-manrope, fonttools and python3-brotli; no network.
set -eu

out=${1:?usage: make-fonts.sh OUT_DIR}
limit=16384
source_dir=${MANROPE_DIR:-/usr/share/fonts/truetype/manrope}
# Basic Latin, Latin-1, Latin Extended-A, spacing marks, dashes and quotes, bullet, ellipsis, minus.
unicodes='U+0020-007E,U+00A0-017F,U+02C6,U+02DC,U+2010-2015,U+2018-201E,U+2022,U+2026,U+2212'
basic='U+0020-007E,U+00A0-00FF,U+2013-2014,U+2018-201D,U+2022,U+2026,U+2212'

fail() {
    echo "make-fonts: $1" >&2
    exit 1
}

# The static face of a weight, or the variable font when the package ships only that.
face() {
    for candidate in "$source_dir/Manrope-$1.ttf" "$source_dir"/Manrope*wght*.ttf \
        "$source_dir/Manrope-Variable.ttf"; do
        if [ -f "$candidate" ]; then
            echo "$candidate"
            return
        fi
    done
    fail "no Manrope in $source_dir: apt-get install fonts-manrope"
}

subset() {
    pyftsubset "$1" --output-file="$2" --flavor=woff2 --unicodes="$3" --no-hinting --desubroutinize \
        --layout-features=kern,liga,mark,mkmk,ccmp,locl,tnum --name-IDs=1,2
}

make_weight() {
    font=$(face "$2")
    target="$out/manrope-$1.woff2"
    if [ -f "$target" ] && [ "$target" -nt "$font" ] && [ "$target" -nt "$0" ]; then return; fi
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    case $font in
    *"-$2.ttf") cp "$font" "$work/face.ttf" ;;
    *) fonttools varLib.instancer --quiet --output="$work/face.ttf" "$font" "wght=$1" ;;
    esac
    subset "$work/face.ttf" "$work/subset.woff2" "$unicodes"
    if [ "$(wc -c <"$work/subset.woff2")" -gt "$limit" ]; then
        subset "$work/face.ttf" "$work/subset.woff2" "$basic"
    fi
    [ "$(wc -c <"$work/subset.woff2")" -le "$limit" ] || fail "weight $1 exceeds $limit bytes"
    mv "$work/subset.woff2" "$target"
    rm -rf "$work"
}

command -v pyftsubset >/dev/null || fail "pyftsubset not found: apt-get install fonttools"
mkdir -p "$out"
make_weight 400 Regular
make_weight 700 Bold
