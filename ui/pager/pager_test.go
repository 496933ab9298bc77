package pager

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// The test's own binary plays the pager.
func TestMain(m *testing.M) {
	switch os.Getenv("PAGER_TEST") {
	case "all":
		_, _ = io.Copy(os.Stdout, os.Stdin)
		os.Exit(0)
	case "early":
		os.Exit(0)
	case "broken":
		os.Exit(3)
	}
	os.Exit(m.Run())
}

func env(vars ...string) func(string) (string, bool) {
	return func(name string) (string, bool) {
		for _, v := range vars {
			if key, value, _ := strings.Cut(v, "="); key == name {
				return value, true
			}
		}
		return "", false
	}
}

func TestCommand(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	quoted := "'" + self + "'"
	tests := []struct {
		name string
		vars []string
		args []string
		less string // "" for none of ours
		err  string
	}{
		{"words", []string{"PAGER=" + quoted + ` -S "two words"`}, []string{self, "-S", "two words"}, "LESS=FRX", ""},
		{"ours before others", []string{"PAGER=nothing-there", "LEDE_PAGER=" + quoted}, []string{self}, "LESS=FRX", ""},
		{"variables", []string{"PAGER=" + quoted + " $OPTS", "OPTS=-a -b"}, []string{self, "-a", "-b"}, "LESS=FRX", ""},
		{"options of less stay", []string{"PAGER=" + quoted, "LESS=R"}, []string{self}, "", ""},
		{"assigned before", []string{"PAGER=LESS=R " + quoted}, []string{self}, "LESS=R", ""},
		{"assigned by env", []string{"PAGER=env LESS=S X=y " + quoted}, []string{self}, "LESS=S", ""},
		{"empty", []string{"PAGER="}, nil, "", ""},
		{"blank", []string{"PAGER=  "}, nil, "", ""},
		{"cat", []string{"PAGER=cat"}, nil, "", ""},
		{"missing", []string{"PAGER=nothing-there -R"}, nil, "", `pager "nothing-there" not found: set $LEDE_PAGER or $PAGER`},
		{"open quote", []string{"LEDE_PAGER=less '"}, nil, "", "$LEDE_PAGER: "},
		{"nothing is run", []string{"PAGER=$(touch /tmp/x)"}, nil, "", "$PAGER: "},
		{"hostile", []string{"PAGER=\"a\x1b[31mb\""}, nil, "", `pager "ab" not found`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cmd, err := Command(env(tt.vars...), FromShell, "")
			if tt.err != "" {
				if err == nil || !strings.HasPrefix(err.Error(), tt.err) {
					t.Errorf("got %v, want %s", err, tt.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if cmd.Cmd == nil {
				if tt.args != nil {
					t.Error("no command")
				}
				return
			}
			if !slices.Equal(cmd.Args, tt.args) {
				t.Errorf("args %q, want %q", cmd.Args, tt.args)
			}
			if tt.less != "" && !slices.Contains(cmd.Env, tt.less) || tt.less == "" && slices.Contains(cmd.Env, "LESS=FRX") {
				t.Errorf("the environment has %q", cmd.Env)
			}
		})
	}
}

func TestRun(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	start := func(kind string) (*exec.Cmd, *strings.Builder) {
		var out strings.Builder
		cmd := exec.Command(self)
		cmd.Env = append(os.Environ(), "PAGER_TEST="+kind)
		cmd.Stdout = &out
		return cmd, &out
	}
	cmd, out := start("all")
	err = Run(t.Context(), cmd, func(w io.Writer) error {
		_, err := fmt.Fprint(w, "the text")
		return err
	})
	if err != nil || out.String() != "the text" {
		t.Errorf("got %q, %v", out, err)
	}

	cmd, _ = start("early")
	err = Run(t.Context(), cmd, func(w io.Writer) error {
		for {
			if _, err := w.Write(make([]byte, 1<<16)); err != nil {
				return fmt.Errorf("write: %w", err)
			}
		}
	})
	if err != nil {
		t.Errorf("a pager that quits early: %v", err)
	}

	cmd, _ = start("broken")
	err = Run(t.Context(), cmd, func(io.Writer) error { return nil })
	if err == nil || !strings.HasSuffix(err.Error(), "failed: exit status 3: set $LEDE_PAGER or $PAGER to one that works") {
		t.Errorf("a pager that fails: %v", err)
	}

	cmd, _ = start("all")
	wrong := errors.New("wrong")
	if err := Run(t.Context(), cmd, func(io.Writer) error { return wrong }); !errors.Is(err, wrong) {
		t.Errorf("a content that fails: %v", err)
	}
}
