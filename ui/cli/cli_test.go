package cli_test

import (
	"archive/zip"
	"bytes"
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/testscript"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"lede/ui/cli"
)

func TestMain(m *testing.M) {
	// Each script is one program after the other: with more scripts at a time a
	// busy machine gives them more of itself, and none runs out of time.
	if err := flag.Set("test.parallel", "8"); err != nil {
		panic(err)
	}
	testscript.Main(m, map[string]func(){
		"lede": func() {
			os.Exit(cli.Run(context.Background(), cli.Env{
				Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, LookupEnv: os.LookupEnv,
			}))
		},
		"terminal": onTerminal,
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir+"/home")
			env.Setenv("LOCALAPPDATA", env.WorkDir+"/home")
			env.Setenv("XDG_DATA_HOME", env.WorkDir+"/data")
			env.Setenv("TERM", "xterm-256color")
			if cache, err := os.UserCacheDir(); err == nil {
				env.Setenv("XDG_CACHE_HOME", cache) // what reads PDF is compiled once
			}
			env.Values[serverKey{}] = &served{}
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name == "root" { // who may write everywhere
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("no condition %s", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"bytes": writeBytes,
			"grow":  grow,
			"pack":  pack,
			"plain": plain,
			"sql":   runSQL,
			"safe":  safe,
			"lines": lines,
			"serve": serve,
			"asked": asked,
			"reach": reach,
			"named": named,
		},
	})
}

// bytes FILE HEX...: writes a file from hexadecimal, with - for what the
// script writes as text: bytes x.md 1b -[31m 0a
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	var data []byte
	for _, part := range args[1:] {
		if text, ok := strings.CutPrefix(part, "-"); ok {
			data = append(data, text...)
			continue
		}
		b, err := hex.DecodeString(part)
		ts.Check(err)
		data = append(data, b...)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o600))
}

// grow FILE MEGABYTES: makes a file as large as that, without writing it.
func grow(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(f.Truncate(size << 20))
	ts.Check(f.Close())
}

// pack FILE FOLDER [MEGABYTES]: makes a ZIP archive of a folder, with a picture
// as large as that in it.
func pack(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	z := zip.NewWriter(f)
	ts.Check(z.AddFS(os.DirFS(ts.MkAbs(args[1]))))
	if len(args) > 2 {
		size, err := strconv.Atoi(args[2])
		ts.Check(err)
		w, err := z.CreateHeader(&zip.FileHeader{Name: "large.jpg", Method: zip.Store})
		ts.Check(err)
		for range size {
			_, err = w.Write(make([]byte, 1<<20))
			ts.Check(err)
		}
	}
	ts.Check(errors.Join(z.Close(), f.Close()))
}

// sql LIBRARY STATEMENT: changes a library as no lede would.
func runSQL(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	_, err = db.Exec(args[1])
	ts.Check(errors.Join(err, db.Close()))
}

// plain FILE...: has nothing in it that a terminal obeys, not even a colour.
func plain(ts *testscript.TestScript, _ bool, args []string) {
	for _, file := range args {
		if r := control(ts.ReadFile(file)); r != 0 {
			ts.Fatalf("%s holds %U:\n%q", file, r, ts.ReadFile(file))
		}
	}
}

// safe FILE...: has nothing in it that a terminal obeys but styles and links;
// with !, has them.
func safe(ts *testscript.TestScript, neg bool, args []string) {
	for _, file := range args {
		text := ts.ReadFile(file)
		if neg && !strings.Contains(text, "\x1b[") {
			ts.Fatalf("%s has no styles", file)
		}
		if r := control(withoutStyles(text)); r != 0 {
			ts.Fatalf("%s holds %U:\n%q", file, r, text)
		}
	}
}

// withoutStyles takes well-formed SGR and OSC 8 out of a text.
func withoutStyles(text string) string {
	var b bytes.Buffer
	for text != "" {
		at := strings.IndexByte(text, 0x1b)
		if at < 0 {
			break
		}
		b.WriteString(text[:at])
		text = text[at:]
		end := 0
		if rest, ok := strings.CutPrefix(text, "\x1b["); ok {
			if n := strings.IndexFunc(rest, func(r rune) bool { return !strings.ContainsRune("0123456789;:", r) }); n >= 0 && rest[n] == 'm' {
				end = 2 + n + 1
			}
		} else if rest, ok := strings.CutPrefix(text, "\x1b]8;"); ok {
			if link, _, ok := strings.Cut(rest, "\x1b\\"); ok && control(link) == 0 {
				end = len("\x1b]8;") + len(link) + 2
			} else if link, _, ok := strings.Cut(rest, "\a"); ok && control(link) == 0 {
				end = len("\x1b]8;") + len(link) + 1
			}
		}
		if end == 0 {
			b.WriteByte(0x1b)
			end = 1
		}
		text = text[end:]
	}
	return b.String() + text
}

// control is the first control or disguising character of a text, 0 when it
// has none.
func control(text string) rune {
	for _, r := range text {
		if r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return r
		}
	}
	return 0
}

// lines FILE N [WIDTH]: has that many lines, none of them wider than WIDTH
// ASCII characters.
func lines(ts *testscript.TestScript, neg bool, args []string) {
	all := strings.Split(strings.TrimSuffix(ts.ReadFile(args[0]), "\n"), "\n")
	if args[1] != "any" && (strconv.Itoa(len(all)) == args[1]) == neg {
		ts.Fatalf("%s has %d lines, not %s", args[0], len(all), args[1])
	}
	if len(args) < 3 {
		return
	}
	width, err := strconv.Atoi(args[2])
	ts.Check(err)
	for _, line := range all {
		if n := len([]rune(strings.TrimRight(line, " "))); n > width {
			ts.Fatalf("%s has a line of %d characters: %s", args[0], n, line)
		}
	}
}
