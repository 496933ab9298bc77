package keys

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestNoKeyOutside holds that no key and no name of one stands in the screens: what a
// key does is asked of a [Matcher], and what it is called of [Bindings.Name]. A reader
// who binds keys anew would meet the old ones there.
func TestNoKeyOutside(t *testing.T) {
	t.Parallel()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains([]string{"keys", "screentest", "e2e", "testdata"}, d.Name()):
			return fs.SkipDir // these press keys, as a reader does
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		for _, found := range keysIn(t, path) {
			t.Error(found)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestKeysAreSeen holds that the look at the source sees keys, and no more.
func TestKeysAreSeen(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]int{
		`switch msg.String() { case "esc", "ctrl+g": }`:              2,
		`switch key { case "enter": case "o": }`:                     2,
		`if key == "esc" && on { }`:                                  1,
		`if "q" == msg.Key().String() { }`:                           1,
		`if '0' <= key[0] && key[0] <= '9' { }`:                      2,
		`n := int(key[0] - '1')`:                                     1,
		`key = "j k"`:                                                1,
		`x := []string{"ctrl+x", "y"}`:                               1,
		`st.Key.Render("o")`:                                         1,
		`say("Star taken away. U undoes it.")`:                       1,
		`say("Press a to save the article first.")`:                  1,
		`say("It is still coming: a saves it when it is there.")`:    1,
		`say("1 shows all articles.")`:                               1,
		`say(" · Esc stops")`:                                        1,
		`say("Enter or its number reads · q closes")`:                1,
		`say(" j k scroll · q back")`:                                1,
		`say("Nothing is searched: / begins.")`:                      1,
		`say("The key p opens it.")`:                                 1,
		`say("then ctrl-x")`:                                         1,
		`say("A page has no article.")`:                              0,
		`say("It holds a series of talks")`:                          0,
		`say("Enter the name of a feed")`:                            0,
		`switch name { case "q": case "a": }`:                        0,
		`if tag == "a" || options["q"] == "2" { }`:                   0,
		`say("Nothing to undo.")`:                                    0,
		`say("I read it")`:                                           0,
		`say("one of them says what a reads")`:                       0,
		`label := "Tab" + x; _ = articles.Shelves`:                   1,
		`switch s.String() { case "unread": }`:                       0,
		`switch order.String() { case "a": }`:                        0,
		`setting(settingOrder, "1")`:                                 0,
		`style.Key.Render(name)`:                                     0,
		`fmt.Sprintf("%d%% of it", n)`:                               0,
		`if key == "theme" { }`:                                      0,
		`say("end the text with ctrl-d, as any command is ended")`:   1,
		`say("a key that does nothing")`:                             0,
		`say("the keys of a file")`:                                  0,
		`say("the list that it opens with")`:                         0,
		`say("This is the first stop.")`:                             0,
		`say("part a shows more")`:                                   0,
		`say("Mail with no text: U+FEFF")`:                           0,
		`say("Type the letters of a link")`:                          0,
		`say("No link is chosen: Tab goes to the next one.")`:        1,
		`say("It holds 3 articles: a in the library adds them.")`:    1,
		`say("s stars the one under the cursor.")`:                   1,
		`say("the editor that the key e opens")`:                     1,
		`say("F5 reads it again")`:                                   1,
		`say(" ! ")`:                                                 0,
		`x := input == "\r" || input == "y"`:                         0,
		`say("use lede add, to put articles in.")`:                   0,
		`const hintLetters = "asdfghjkl"`:                            0,
		`say("press any key")`:                                       0,
		`say("A marks all as read")`:                                 1,
		`say("No article is starred.", "S sorts, and z folds rows")`: 1,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc f() {\n"+code+"\n}", 0)
		if strings.HasPrefix(code, "const") {
			file, err = parser.ParseFile(token.NewFileSet(), "", "package p\n"+code, 0)
		}
		if err != nil {
			t.Fatalf("%s: %v", code, err)
		}
		if got := look(file, true); len(got) != want {
			t.Errorf("%s: %d keys are seen, not %d: %v", code, len(got), want, got)
		}
	}
}

// keysIn lists the keys in a file. The command line has none but those that its manual
// speaks of; what is typed there ends with ctrl-d wherever a shell runs.
func keysIn(t *testing.T, path string) (found []string) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	screen := !strings.HasPrefix(filepath.ToSlash(path), "../cli/")
	for _, lit := range look(file, screen) {
		found = append(found, set.Position(lit.Pos()).String()+": "+lit.Value)
	}
	return found
}

// look lists the literals of a file that are keys, or that name one.
func look(file *ast.File, screen bool) []*ast.BasicLit {
	var found []*ast.BasicLit
	keep := func(e ast.Expr, yes func(text string) bool) {
		lit, ok := e.(*ast.BasicLit)
		if !ok || slices.Contains(found, lit) {
			return
		}
		text, err := strconv.Unquote(lit.Value)
		if err == nil && yes(text) {
			found = append(found, lit)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.SwitchStmt:
			if isKey(n.Tag) {
				for _, clause := range n.Body.List {
					for _, e := range clause.(*ast.CaseClause).List {
						keep(e, isKeyName)
					}
				}
			}
		case *ast.BinaryExpr:
			if isKey(n.X) || isKey(n.Y) {
				keep(n.X, isKeyName)
				keep(n.Y, isKeyName)
			}
		case *ast.AssignStmt:
			if len(n.Lhs) == 1 && len(n.Rhs) == 1 && isKey(n.Lhs[0]) {
				keep(n.Rhs[0], areKeyNames)
			}
		case *ast.CallExpr:
			if inKeyStyle(n.Fun) {
				for _, e := range n.Args {
					keep(e, areKeyNames)
				}
			}
		case *ast.BasicLit:
			if n.Kind == token.STRING {
				keep(n, func(text string) bool { return screen && namesKey(text) || speaksOfKey.MatchString(text) })
			}
		}
		return true
	})
	return found
}

// isKey reports whether an expression is a key: what is called key, the first byte of
// it, or the name of a message that is one.
func isKey(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name == "key" || e.Name == "keystroke"
	case *ast.SelectorExpr:
		return e.Sel.Name == "key"
	case *ast.IndexExpr:
		return isKey(e.X)
	case *ast.CallExpr:
		method, ok := e.Fun.(*ast.SelectorExpr)
		if !ok || method.Sel.Name != "String" && method.Sel.Name != "Keystroke" {
			return false
		}
		switch of := method.X.(type) {
		case *ast.Ident:
			return of.Name == "msg" || isKey(of)
		case *ast.CallExpr:
			inner, ok := of.Fun.(*ast.SelectorExpr)
			return ok && inner.Sel.Name == "Key"
		}
	}
	return false
}

// inKeyStyle reports whether a function draws a text as keys are drawn.
func inKeyStyle(fun ast.Expr) bool {
	render, ok := fun.(*ast.SelectorExpr)
	if !ok || render.Sel.Name != "Render" {
		return false
	}
	style, ok := render.X.(*ast.SelectorExpr)
	return ok && style.Sel.Name == "Key"
}

func isKeyName(text string) bool {
	key, err := parse(text)
	return err == nil && (isSign(text) || key == strings.ToLower(text))
}

func areKeyNames(text string) bool {
	names := strings.Fields(text)
	return len(names) > 0 && !slices.ContainsFunc(names, func(name string) bool {
		_, err := parse(name)
		return err != nil
	})
}

// namesKey reports whether a text is a key that is held with another, or tells what a
// key is for.
func namesKey(text string) bool { return heldKey.MatchString(text) || tellsKey.MatchString(text) }

// A key in a sentence is one that has a name, or a sign where a sentence or a part of one
// begins, with what it does behind it.
var (
	heldKey     = regexp.MustCompile(`^(ctrl|alt|shift)\+.|\b(ctrl|alt|shift)-\w\b`)
	speaksOfKey = regexp.MustCompile(`\b[Kk]ey [a-zA-Z]\b($|[^ ]| [^a-z]| (opens|for|does|goes|is)\b)`)
	tellsKey    = regexp.MustCompile(
		`\b(Esc|Tab|Backspace|PgUp|PgDn|F[1-9][0-2]?)\b|\bEnter\b($|[^ ]| [^at]| (t|a)[^hn ])` +
			`|\b[Pp]ress [^ ]([ ,.]|$)` +
			`|(^|[.:;,·] ?| and | or )[A-Za-z0-9/?;:%](( [A-Za-z])?| in the [a-z]+) ` +
			`(undo|show|star|save|add|begin|close|stop|read|goe|follow|open|leave|end|quit|copie|shift|sort|mark|scroll|back|help|find|search)(e?s\b|$|\b ?$)`)
)
