package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/intake"
	"lede/articles/importer/record"
	"lede/ui"
	"lede/ui/cli/format"
	"lede/ui/cli/lookup"
	"lede/ui/cli/usage"
	"lede/ui/pager"
	"lede/ui/terminal"
)

// showing is how an article is to be printed.
type showing struct {
	format string // one of formats
	color  string // one of config.Colors
	width  int    // in columns; 0 is that of the terminal
	pager  bool
	url    string // where it came from, for a file
	whole  bool   // a web page without looking for the article in it
}

var formats = []string{"ansi", "text", "md", "html", "json"}

func (p *program) show() *cobra.Command {
	var s showing
	cmd := &cobra.Command{
		Use:   "show [OPTION]... (ARTICLE | ADDRESS | FILE | -)",
		Short: "Print an article",
		Long: `Print one article: of the library, of a web address, of a file, or of the standard input for -. Of a file that holds several, such as a feed or a book, print all; as JSON it is one object with its items.

ARTICLE is an id or the start of it, a short name (the-measure), an address or a title. On a terminal the text stands as the reader sets it; in a pipe it has no colours unless you ask for them.`,
		Example: `lede show the-measure
lede show essay.md --width 60
lede show essay.md --format text > essay.txt
lede show essay.txt --format md   # pasted text as Markdown
lede show k3x --format json | jq .read_minutes
lede show the-measure --pager`,
		Args:                  usage.One("an article, a file or -", "put a title of several words in quotes"),
		ValidArgsFunction:     p.completeArticles,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			s.color = p.Settings.Config().Color
			if err := s.check(cmd); err != nil {
				return err
			}
			return p.showOne(cmd.Context(), args[0], s)
		},
	}
	f := cmd.Flags()
	f.StringVar(&s.format, "format", "ansi", choice(formats)+"; ansi has colours in a pipe too")
	usage.NameValue(f, "format", "FORMAT")
	f.IntVar(&s.width, "width", 0, "at most N columns a line (else as wide as fits)")
	usage.NameValue(f, "width", "N")
	f.BoolVar(&s.pager, "pager", false, "show it in $LEDE_PAGER, $PAGER or less")
	f.StringVar(&s.url, "url", "", "the address that a file came from")
	usage.NameValue(f, "url", "URL")
	f.BoolVar(&s.whole, "whole-page", false, "of a web page, all that it shows and not the article alone")
	_ = cmd.RegisterFlagCompletionFunc("format", usage.Words(formats...)) // the flag exists
	return cmd
}

// widest is more columns than any screen has.
const widest = 1000

func (s *showing) check(cmd *cobra.Command) error {
	s.url = strings.Trim(s.url, "'\"") // that a script put around it once too often
	switch {
	case !slices.Contains(formats, s.format):
		return usage.Errorf(cmd, "--format %q: choose one of %s", s.format, strings.Join(formats, ", "))
	case s.width < 0 || s.width > widest || s.width == 0 && cmd.Flags().Changed("width"):
		return usage.Errorf(cmd, "--width %d: needs columns from 1 to %d", s.width, widest)
	case s.url != "" && !articles.IsWeb(s.url):
		return usage.Errorf(cmd, "--url %q: needs an address that begins with http:// or https://", s.url)
	}
	if s.format == "ansi" && cmd.Flags().Changed("format") && !cmd.Flags().Changed("color") {
		s.color = "always" // who asks for escape sequences wants them in a pipe too
	}
	return nil
}

// showOne prints the article that ref names.
func (p *program) showOne(ctx context.Context, ref string, s showing) error {
	t, err := lookup.Find(ctx, p.Run, ref, importer.Hint{URL: s.url, WholePage: s.whole, Warn: p.Complain})
	if err != nil {
		return err
	}
	return p.print(ctx, t, s)
}

// print writes a thing to the standard output, through the pager when it is to.
func (p *program) print(ctx context.Context, t *lookup.Thing, s showing) error {
	write := func(w io.Writer) error { return p.write(ctx, w, t, s) }
	if !s.pager || !terminal.Is(p.Stdout) {
		return write(p.Out)
	}
	found, err := p.Pager(pager.FromShell)
	if err != nil {
		return err
	}
	cmd := found.Cmd
	if cmd == nil {
		return write(p.Out)
	}
	if !found.Colors && s.color == "auto" {
		s.color = "never" // they would stand there as codes
	}
	chosen, err := p.themeIn(ctx, p.profile(s))
	if err != nil {
		return err
	}
	_ = p.on(chosen, p.profile(s)) // the terminal is asked before the pager has it
	cmd.Stdout, cmd.Stderr = p.Stdout, p.Stderr
	return page(ctx, cmd, write)
}

// page shows what write writes in a pager. The keys of an interrupt go to the
// pager too, and it may live on; another signal that ends lede ends both.
func page(ctx context.Context, cmd *exec.Cmd, write func(io.Writer) error) error {
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(caught)
	paging, end := context.WithCancelCause(context.WithoutCancel(ctx))
	defer end(nil)
	var interrupted atomic.Bool
	go func() {
		for {
			select {
			case s := <-caught:
				if s == os.Interrupt {
					interrupted.Store(true)
					continue
				}
				end(ui.SignalError{Signal: s})
			case <-paging.Done():
			}
			return
		}
	}()
	err := pager.Run(paging, cmd, write)
	if _, ok := errors.AsType[*exec.ExitError](err); ok && interrupted.Load() {
		err = nil // an interrupt is how this reader quits
	}
	return err
}

func (p *program) write(ctx context.Context, w io.Writer, t *lookup.Thing, s showing) error {
	if b := t.Bundle; b != nil && len(b.Items)+len(b.Failed) == 0 && s.format != "json" {
		return intake.NoArticles(t.Name, b)
	}
	if t.Bundle != nil {
		return p.writeBundle(ctx, w, t.Bundle, s)
	}
	switch s.format {
	case "json":
		if t.Whole != nil {
			t.Article = t.Whole()
		}
		return format.JSON(w, format.Item{Article: t.Article, State: t.State, Related: t.Related})
	case "md":
		return record.WriteMarkdown(w, t.Article)
	case "html":
		return format.HTML(w, t.Article)
	}
	return p.typeset(ctx, w, t, s)
}
