# Makes a manual page of the line that --version prints, the help of a program and the help of each of its commands.

NR == 1 { version = $0; next }

# Each help begins with what it is about; its usage, which comes later, tells of which command.
/^OVERVIEW: / { start(substr($0, 11)); next }
/^USAGE: / { usage = substr($0, 8); finish(); next }
!usage { discussion[++lines] = $0; next }

/^[A-Z][A-Z ]*:$/ { heading(substr($0, 1, length($0) - 1)); next }
/^  See '/ { next }
/^  [^ ]/ { entry(substr($0, 3)); next }
/^ +[^ ]/ { sub(/^ +/, ""); print text($0) }

function start(what) {
  abstract = what
  usage = ""
  lines = 0
}

# Prints all that a help says before its list of arguments.
function finish() {
  is_program = !programs++
  if (is_program) {
    print ".TH HEADROOM 1 \"\" \"" text(version) "\" \"User Commands\"\n.nh\n.ad l"
    sub(/\.$/, "", abstract)
    print ".SH NAME\nheadroom \\- " text(abstract)
    print ".SH SYNOPSIS\n.B " text(usage)
  } else {
    if (programs == 2) print ".SH COMMANDS"
    words = usage
    sub(/ [[<].*/, "", words)
    print ".SS \"" text(words) "\"\n" text(abstract) "\n.PP\n.B " text(usage)
  }
  for (line = 1; line <= lines; line++) discuss(discussion[line])
  example(0)
}

function discuss(said) {
  if (said ~ /^[A-Z][A-Z ]*:$/) {
    example(0)
    heading(substr(said, 1, length(said) - 1))
  } else if (said ~ /^  /) {
    example(1)
    print text(substr(said, 3))
  } else if (said == "") {
    example(0)
    print ".PP"
  } else {
    example(0)
    print text(said)
  }
}

# Lines of an example stay as they are.
function example(begins) {
  if (begins != is_example) print begins ? ".RS 4\n.nf" : ".fi\n.RE"
  is_example = begins
}

# A heading inside a command is one level lower than the sections of the page.
function heading(words) {
  print is_program ? ".SH " words : ".PP\n.B " text(capital(words))
}

function capital(words) {
  return substr(words, 1, 1) tolower(substr(words, 2))
}

# A name with its value, such as `-h, --help`, `--format <format>`, `<file> ...` or `open (default)`, and behind it or on
# the next line what it means.
function entry(said) {
  match(said, /^[^ ]+(, -[^ ]+| <[^>]+>| \.\.\.| \(default\))*/)
  print ".TP\n.B " text(substr(said, 1, RLENGTH))
  said = substr(said, RLENGTH + 1)
  sub(/^ +/, "", said)
  if (said != "") print text(said)
}

# Text in which nothing is an instruction.
function text(said) {
  gsub(/\\/, "\\e", said)
  gsub(/-/, "\\-", said)
  gsub(/"/, "\\(dq", said)
  gsub(/'/, "\\(aq", said)
  gsub(/`/, "\\(ga", said)
  if (said ~ /^\./) said = "\\&" said
  return said
}
