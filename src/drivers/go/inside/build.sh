# Compiles and links without the go command: no module, no network, no build cache, no file that another session could have written.
# build.sh program                the candidate is a program
# build.sh functions|service      the candidate is a package, and main.go hands it to the harness of that kind
# Where the toolchain fails, not the candidate, it ends well and leaves no program: start.sh says so.
set -e
kind=$1
here=/app
ready=/opt/fathom-go

# The toolchain, and lists of the standard library's archives: for candidates (public packages) and for the linker (all).
if [ -f $ready/tools ]; then
  . $ready/tools
  lists=$ready
else
  for go in "$(command -v go || true)" /usr/local/go/bin/go /usr/lib/go/bin/go; do
    [ -x "$go" ] || continue
    root=$(dirname "$(dirname "$(readlink -f "$go")")")
    for tools in "$root"/pkg/tool/linux_*; do
      [ -x "$tools/compile" ] && break 2
    done
  done
  standard=$root/pkg/${tools##*/}
  [ -x "$tools/compile" ] && [ -f "$standard/fmt.a" ] || exit 0
  compile=$tools/compile
  link=$tools/link
  lists=$here
  find "$standard" -name '*.a' | sed "s|^$standard/\(.*\)\.a\$|packagefile \1=&|" >link.cfg
  grep -v '^packagefile \(.*/\)\?\(internal\|vendor\|cmd\)[/=]' link.cfg >compile.cfg
fi

package=candidate
sources=candidate.go
if [ "$kind" = program ]; then
  package=main
else
  sources="candidate.go table.go"
fi
"$compile" -p $package -complete -pack -importcfg $lists/compile.cfg -o candidate.a $sources >errors 2>&1 || {
  cat errors >&2
  exit 1
}
main=candidate.a
if [ "$kind" != program ]; then
  harness=$ready/$kind.a
  if [ ! -f "$harness" ]; then
    harness=$here/$kind.a
    "$compile" -p "fathom/$kind" -complete -pack -importcfg $lists/link.cfg -o "$harness" $here/$kind/*.go || exit 0
  fi
  {
    cat $lists/link.cfg
    echo "packagefile candidate=$here/candidate.a"
    echo "packagefile fathom/$kind=$harness"
  } >main.cfg
  "$compile" -p main -complete -pack -importcfg main.cfg -o main.a main.go || exit 0
  main=main.a
else
  cat $lists/link.cfg >main.cfg
fi
"$link" -s -w -linkmode internal -importcfg main.cfg -o program $main
