package cli_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/importer/record"
	"lede/articles/markdown"
	"lede/store"
)

// lede is a run of the program: this test's binary under its name.
func lede(t *testing.T, library string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Args = append([]string{"lede", "--library", library}, args...)
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
	return cmd
}

func output(t *testing.T, cmd *exec.Cmd) string {
	t.Helper()
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %v\n%s", cmd.Args, err, out.String())
	}
	return out.String()
}

func openStore(t *testing.T, path string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// titles are such that a file system, a front matter or a reader might stumble.
var titles = []string{
	"CON", "nul.txt", "..", "/etc/passwd", `C:\x`, "a/b", "---", "# heading", "null", "2026-02-08", "yes: no", "'", `"`, "&amp;lt;",
	"漢字", "👩‍👩‍👧", "İstanbul", "ﬁ", "e\u0301", "x\u00a0y", "[[wikilink]]", "[a](b)", "- list", "lede:", "The same", "The same", "the SAME",
	strings.Repeat("long ", 200), "*", "?", "{{< x >}}", "<script>", "#tag", ".hidden", "-rf", "~", "%s", "README", "index", "a\u200bb",
}

// anyArticles are so many articles with something in every field. Their dates
// follow one another, and so do the names of their files: what stands equally
// near to an article is listed by when it was added.
func anyArticles(n int) []*articles.Article {
	r := rand.New(rand.NewPCG(6, 7))
	pick := func() string { return titles[r.IntN(len(titles))] }
	all := make([]*articles.Article, n)
	at := func() time.Time {
		return time.UnixMilli(r.Int64N(2e12)).In(time.FixedZone("", (r.IntN(25)-12)*3600))
	}
	for i := range all {
		day := time.Date(2020, 1, i, 9, 30, 0, 0, time.FixedZone("", (r.IntN(5)-2)*1800))
		origin := fmt.Sprintf("https://example.org/%d", i)
		var body strings.Builder
		for range 1 + r.IntN(20) {
			fmt.Fprintf(&body, "%s\n\n", pick())
		}
		fmt.Fprintf(&body, "[link](https://example.org/%d) and words%d words%d", (i+1+r.IntN(n-1))%n, r.IntN(50), r.IntN(50))
		a := &articles.Article{
			ID: articles.NewID(origin), Origin: origin, Title: articles.CleanLine(pick()), Dek: pick(), Author: pick(), AuthorBio: pick() + "\n " + pick(),
			Site: pick(), URL: origin + "?x=1&y=" + fmt.Sprint(i), Published: day, Updated: at(), Series: pick(), Part: r.IntN(5), Parts: 5,
			Notices: []string{pick(), "\n\t" + pick()}, Tags: []string{pick() + fmt.Sprint(r.IntN(9)), articles.CleanLine("mine & " + pick())},
			Epigraphs: []articles.Quote{{Text: " " + pick() + "\n\n" + pick(), By: pick()}},
			Related:   []articles.Link{{Title: pick(), Target: fmt.Sprintf("https://example.org/%d", r.IntN(n))}, {Title: "Elsewhere " + pick()}},
			Markdown:  articles.Clean(body.String()), SourceViews: r.Int64N(1e6), Added: day.Add(3 * time.Millisecond),
			Original: &articles.Original{
				Name: "saved/" + pick() + ".html", URL: origin, Charset: "latin1", WholePage: r.IntN(2) == 0,
				Data: fmt.Sprintf("<p>\x00\xff%d %s", r.IntN(n), pick()),
			},
			Images: []articles.Image{
				{Source: "a.png", Data: []byte("\x89PNG\r\n\x1a\n" + fmt.Sprint(r.IntN(9)))},
				{Source: "b " + pick(), Data: []byte(fmt.Sprint("GIF89a", i))},
			},
			Prior: &articles.State{
				Views: r.IntN(9), Read: r.IntN(2) == 0, Starred: r.IntN(2) == 0, Opened: at(),
				Place: articles.Place{Progress: r.Float64(), Anchor: articles.Anchor{Chunk: r.IntN(99), Letters: r.IntN(9), Words: "\n" + pick()}},
			},
		}
		a.Prior.Archived = r.IntN(2) == 0
		a.Own = articles.TagEdit{Add: a.Tags[1:], Take: []string{articles.CleanLine("theirs " + pick())}}
		if r.IntN(4) == 0 { // a bare one
			*a = articles.Article{ID: a.ID, Origin: a.Origin, Title: a.Title, Markdown: a.Markdown, Added: a.Added, FileTime: day.Add(-time.Hour).UTC()}
		}
		a.Slug = articles.Slug(a.Title)
		found := markdown.Survey(a.Markdown)
		a.Length, a.Links = found.Length, found.Links
		if a.Dek == "" {
			a.Opening = markdown.Lede(a.Markdown)
		}
		all[i] = a
	}
	return all
}

// TestLibraryGoesOutAndComesBack: a library, its files, and the library that is
// made of them are the same.
func TestLibraryGoesOutAndComesBack(t *testing.T) {
	t.Parallel()
	const n = 1000
	dir := t.TempDir()
	first, second, files := filepath.Join(dir, "1.db"), filepath.Join(dir, "2.db"), filepath.Join(dir, "files")
	s := openStore(t, first)
	if err := s.Seed(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	all := anyArticles(n)
	err := s.PutAll(t.Context(), func(yield func(*articles.Article) bool) {
		for _, a := range all {
			if !yield(a) {
				return
			}
		}
	}, func(a *articles.Article, _ articles.Outcome, err error) {
		if err != nil {
			t.Fatalf("%q: %v", a.Title, err)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := output(t, lede(t, first, "export", files)), articles.Grouped(n)+" written\n"; got != want {
		t.Fatalf("got %q, want %q", got, want)
	}
	other := openStore(t, second)
	if err := other.Seed(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if got, want := output(t, lede(t, second, "add", files)), articles.Grouped(n)+" added\n"; got != want {
		t.Fatalf("got %q, want %q", got, want)
	}
	for _, a := range all {
		same(t, s, other, a.ID)
	}
	if got, want := output(t, lede(t, second, "export", files)), articles.Grouped(n)+" unchanged\n"; got != want {
		t.Errorf("the second library goes out as %q", got)
	}
	safeNames(t, files)
}

// same compares all that two libraries have of an article.
func same(t *testing.T, one, other *store.Store, id articles.ID) {
	t.Helper()
	ctx := t.Context()
	type whole struct {
		articles.Article
		articles.State
		Original *articles.Original
		Images   []articles.Image
		Failed   error
		Related  []articles.Related
	}
	var have [2]whole
	for i, s := range []*store.Store{one, other} {
		a, state, err := s.Article(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		w := whole{Article: *a, State: state}
		w.Original, w.Failed = s.Original(ctx, id)
		if w.Images, err = s.Images(ctx, id); err != nil {
			t.Fatal(err)
		}
		if w.Related, err = s.Related(ctx, a, 9); err != nil {
			t.Fatal(err)
		}
		have[i] = w
	}
	if !reflect.DeepEqual(have[0], have[1]) {
		before, after := reflect.ValueOf(have[0]), reflect.ValueOf(have[1])
		for _, field := range reflect.VisibleFields(before.Type()) {
			x, y := before.FieldByIndex(field.Index).Interface(), after.FieldByIndex(field.Index).Interface()
			if !field.Anonymous && !reflect.DeepEqual(x, y) {
				t.Errorf("%s %s before: %#v\nafter: %#v", id, field.Name, x, y)
			}
		}
		t.FailNow()
	}
}

// safeNames checks that every file has a name that every file system takes.
func safeNames(t *testing.T, dir string) {
	t.Helper()
	seen := map[string]bool{}
	err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		name := strings.ToLower(path)
		base := filepath.Base(path)
		if seen[name] || len(base) > 140 || strings.ContainsAny(base, `<>:"\|?*`+"\x00\n") || strings.HasSuffix(base, ".") {
			t.Errorf("name %q", base)
		}
		seen[name] = true
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestKilledWhileAdding kills the program at several moments. Each article that
// is there has its original, and adding goes on where it stopped.
func TestKilledWhileAdding(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	notes, library := filepath.Join(dir, "notes"), filepath.Join(dir, "l.db")
	write(t, notes, 1500)
	interrupted(t, func() *exec.Cmd { return lede(t, library, "add", notes) }, func() {
		s := openStore(t, library)
		err := s.Each(t.Context(), func(id articles.ID) error {
			a, _, err := s.Article(t.Context(), id)
			if err != nil {
				return err
			}
			o, err := s.Original(t.Context(), id)
			if err == nil && !strings.Contains(o.Data, a.Markdown) {
				t.Errorf("%s is made of %q", id, o.Data)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	})
	if got := output(t, lede(t, library, "add", notes)); got != "1,500 unchanged\n" {
		t.Errorf("got %q", got)
	}
}

// TestKilledWhileExporting kills the program at several moments: each file is
// whole, and the next export goes on.
func TestKilledWhileExporting(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	notes, library, files := filepath.Join(dir, "notes"), filepath.Join(dir, "l.db"), filepath.Join(dir, "files")
	write(t, notes, 1000)
	output(t, lede(t, library, "add", notes))
	interrupted(t, func() *exec.Cmd { return lede(t, library, "export", files) }, func() {
		found, err := filepath.Glob(filepath.Join(files, "*.md"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range found {
			data, err := os.ReadFile(file)
			if err != nil || !record.IsIntact(data, record.ID(data)) {
				t.Errorf("%s is not whole: %v", file, err)
			}
		}
	})
	if got := output(t, lede(t, library, "export", files)); got != "1,012 unchanged\n" {
		t.Errorf("got %q", got)
	}
}

// write writes so many notes.
func write(t *testing.T, dir string, n int) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		text := fmt.Sprintf("# Note %d\n\nA note with the number %d.\n", i, i)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.md", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// interrupted runs a program until it ends by itself, killed each time a little
// later, and checks after each time.
func interrupted(t *testing.T, program func() *exec.Cmd, check func()) {
	t.Helper()
	killed := 0
	for after := 40 * time.Millisecond; ; after *= 2 {
		cmd := program()
		var out bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &out
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		err := cmd.Wait()
		if timer.Stop() && err != nil {
			t.Fatalf("%v\n%s", err, out.String())
		}
		check()
		if err == nil {
			break
		}
		killed++
	}
	if killed == 0 {
		t.Error("it was never killed")
	}
}
