# Runs what was built. start.sh [PACKAGE]: the candidate needs a package that is not there.
missing=$1
[ -n "$missing" ] || [ -x /app/program ] || missing='the Go toolchain'
[ -n "$missing" ] || exec /app/program
read -r order <&3
printf '{"loaded":false,"kind":"missing-dependency","detail":"no package %s","module":"%s"}\n' "$missing" "$missing" >&3
