package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lede/ui/cli"
)

// TestNearMisses: a command line that is wrong says in one line what was meant, ends
// with 2, and does nothing: there is not even a library afterwards.
func TestNearMisses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	essay, data := filepath.Join(dir, "essay.md"), filepath.Join(dir, "data")
	if err := os.WriteFile(essay, []byte("# Essay\n\nText.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string]string{
		"lsit":                     "no command lsit: did you mean lede list? See lede list --help",
		"lst":                      "no command lst: did you mean lede list? See lede list --help",
		"LS":                       "no command LS: did you mean lede list? See lede list --help",
		"refesh":                   "no command refesh: did you mean lede refresh? See lede refresh --help",
		"import ESSAY":             "no command import: did you mean lede add? See lede add --help",
		"import --bogus ESSAY":     "no command import: did you mean lede add? See lede add --help",
		"subscribe http://[::1]:1": "no command subscribe: did you mean lede feeds add? See lede feeds add --help",
		"sub":                      "no command sub: did you mean lede feeds add? See lede feeds add --help",
		"update":                   "no command update: did you mean lede refresh? See lede refresh --help",
		"sync":                     "no command sync: did you mean lede refresh? See lede refresh --help",
		"cat ESSAY":                "no command cat: did you mean lede show? See lede show --help",
		"delete the-measure":       "no command delete: did you mean lede rm? See lede rm --help",
		"open ESSAY":               "no command open: lede ESSAY opens it",
		"view ESSAY":               "no command view: lede ESSAY opens it",
		"read":                     "no command read: lede ARTICLE opens it",
		"search --bogus":           "no option --bogus: see lede search --help",
		"serch x":                  "no command serch: did you mean lede search? See lede search --help",
		"grep x":                   "no command grep: did you mean lede search? See lede search --help",
		"opne ESSAY":               "no command opne: lede ESSAY opens it",
		"delte x":                  "no command delte: did you mean lede rm? See lede rm --help",
		"imoprt ESSAY":             "no command imoprt: did you mean lede add? See lede add --help",
		"--lsit":                   "no option --lsit: did you mean lede list? See lede list --help",
		"--import ESSAY":           "no option --import: did you mean lede add? See lede add --help",
		"fav the-measure":          "no command fav: did you mean lede star? See lede star --help",
		"-help":                    "no option -help: did you mean --help? See lede --help",
		"show -help":               "no option -help: did you mean --help? See lede show --help",
		"-version":                 "no option -version: did you mean --version? See lede --help",
		"theme dark":               "no command theme: lede --theme NAME shows colours, and lede config edit keeps them",
		"keys":                     "no command keys: ? shows the keys that work, and lede config edit changes them",
		"-measure 60":              "no option -measure: did you mean --measure? See lede --help",
		"folders add x":            "no command folders add: did you mean lede add? See lede folders --help",
		"feeds refresh":            "no command feeds refresh: did you mean lede refresh? See lede feeds --help",
		"config list":              "config has no command \"list\": lede config print shows the settings, and lede config edit changes them: see lede config --help",
		"tag ESSAY unix":           "tag has no command ESSAY: lede tag add TAG ARTICLE puts a tag on: see lede tag --help",
		"tags":                     "no command tags: did you mean lede tag? See lede tag --help",
		"mark the-measure read":    "mark the-measure: begin with read or unread: see lede mark --help",
		"tag add go":               "tag add needs an article after the tag go: several tags have commas between them: see lede tag add --help",

		"feeds lst":                 "no command feeds lst: did you mean lede feeds list? See lede feeds list --help",
		"feeds unsubscribe 3":       "no command feeds unsubscribe: did you mean lede feeds rm? See lede feeds rm --help",
		"feeds http://[::1]:1/feed": "no command feeds http://[::1]:1/feed: did you mean lede feeds add? See lede feeds add --help",
		"folders forget":            "folders has no command \"forget\": see lede folders --help",
		"help feeds lsit":           "no command feeds lsit: did you mean lede feeds list? See lede feeds list --help",
		"help feeds x":              "no command \"feeds x\": see lede feeds --help",
		"help list x":               "no command \"list x\": see lede list --help",
		"config prnt":               "no command config prnt: did you mean lede config print? See lede config print --help",
		"config measure":            "config has no command \"measure\": lede config print measure shows it, and lede config edit changes it: see lede config --help",
		"config set measure 60":     "config has no command \"set\": lede config print shows the settings, and lede config edit changes them: see lede config --help",
		"config st":                 "config has no command \"st\": see lede config --help",
		"help exprot":               "no command exprot: did you mean lede export? See lede export --help",

		"--them dark":           "no option --them: did you mean --theme? See lede --help",
		"--them dark list":      "no option --them: did you mean --theme? See lede list --help",
		"--colour never ESSAY":  "no option --colour: did you mean --color? See lede --help",
		"--no-color ESSAY":      "no option --no-color: did you mean --color never? See lede --help",
		"show --json ESSAY":     "no option --json: did you mean --format json? See lede show --help",
		"list --starred":        "no option --starred: did you mean --shelf starred? See lede list --help",
		"list --sotr title":     "no option --sotr: did you mean --sort? See lede list --help",
		"list --limit 3":        "no option --limit: did you mean --number? See lede list --help",
		"rm --json the-measure": "no option --json here, but lede feeds has it: see lede feeds --help",
		"list --order title":    "no option --order: did you mean --sort? See lede list --help",
		"list -is:read":         "no option -is:read: what begins with - stands behind --, as in lede list -- -is:read: see lede list --help",
		"list -has:code":        "no option -has:code: what begins with - stands behind --, as in lede list -- -has:code: see lede list --help",
		"search pagers -x":      "no option -x: what begins with - stands behind --, as in lede search -- -x: see lede search --help",
		"mark read -is:read":    "no option -is:read: what begins with - stands behind --, as in lede mark … -- -is:read: see lede mark --help",
		"show -x":               "no option -x: see lede show --help",
		"list -json":            "no option -json: did you mean --json? See lede list --help",
		"-V":                    "no option -V: did you mean --version? See lede --help",

		"EMPTY":                                   "a word after lede is empty: is a variable not set? See lede --help",
		"show EMPTY":                              "a word after lede show is empty: is a variable not set? See lede show --help",
		"add ESSAY EMPTY":                         "a word after lede add is empty: is a variable not set? See lede add --help",
		"rm EMPTY":                                "a word after lede rm is empty: is a variable not set? See lede rm --help",
		"export EMPTY":                            "a word after lede export is empty: is a variable not set? See lede export --help",
		"feeds add EMPTY":                         "a word after lede feeds add is empty: is a variable not set? See lede feeds add --help",
		"show ESSAY --width 0":                    "--width 0: needs columns from 1 to 1000: see lede show --help",
		"list --number -1":                        "--number -1: needs a number from 0 on: see lede list --help",
		"add ESSAY --bogus":                       "no option --bogus: see lede add --help",
		"add ESSAY --images":                      "--bookmark and --images need addresses, not \"ESSAY\": see lede add --help",
		"show ESSAY --format pdf":                 "--format \"pdf\": choose one of ansi, text, md, html, json: see lede show --help",
		"ESSAY --theme ligth":                     "--theme \"ligth\": did you mean light? See lede --help",
		"export out --bogus":                      "no option --bogus: see lede export --help",
		"refresh --bogus":                         "no option --bogus: see lede refresh --help",
		"feeds add http://[::1]:1 --bo":           "no option --bo: see lede feeds add --help",
		"feeds import list.opml --bogus":          "no option --bogus: see lede feeds import --help",
		"feeds set 1 --keep many":                 "--keep \"many\": needs a whole number: see lede feeds set --help",
		"feeds rm 1 --keep-article":               "no option --keep-article: did you mean --keep-articles? See lede feeds rm --help",
		"folders rm . --bogus":                    "no option --bogus: see lede folders rm --help",
		"extract --all ESSAY":                     "--all takes every article: name none beside it: see lede extract --help",
		"rm the-measure --bogus":                  "no option --bogus: see lede rm --help",
		"undo --bogus":                            "no option --bogus: see lede undo --help",
		"undo that":                               "undo takes options only, not \"that\": see lede undo --help",
		"version 2":                               "version takes options only, not \"2\": see lede version --help",
		"completion bsh":                          "no completion for \"bsh\": choose one of bash, fish, powershell, zsh: see lede completion --help",
		"show " + strings.Repeat("x", 999) + " y": "show takes one, not 2: put a title of several words in quotes: see lede show --help",
	} {
		words := strings.Fields(strings.ReplaceAll(line, "ESSAY", essay))
		for i, word := range words {
			words[i] = strings.TrimPrefix(word, "EMPTY") // a word that is empty
		}
		out, code := run(t, data, words...)
		if want = "lede: " + strings.ReplaceAll(want, "ESSAY", essay) + "\n"; out != want || code != 2 {
			t.Errorf("lede %.80s: %q and %d, want %q", line, out, code, want)
		}
	}
	if _, err := os.Stat(data); err == nil {
		t.Error("something was written")
	}
}

// run runs lede without a terminal, and returns what it prints.
func run(t *testing.T, data string, args ...string) (out string, code int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "out")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	input, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	code = cli.Run(t.Context(), cli.Env{
		Args: args, Stdin: input, Stdout: file, Stderr: file,
		LookupEnv: func(name string) (string, bool) {
			value, ok := map[string]string{"XDG_DATA_HOME": data}[name]
			return value, ok
		},
	})
	for _, f := range []*os.File{input, file} {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
	printed, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(printed), code
}
