package webpage

import (
	"errors"
	"strings"
	"testing"
)

// A page that stands in the place of an article is told by its words and by how
// little else it has; an article about such pages is one.
func TestWalls(t *testing.T) {
	t.Parallel()
	prose := "<p>" + first + "</p><p>" + second + "</p><p>" + third + "</p>"
	menu := "<nav><a href=/>Home</a> <a href=/a>About</a></nav>"
	box := "<h2>Sign in</h2><p>Please sign in to your account.</p><form><input type=password></form><p>Forgot your password?</p>"
	note := "<h1>A note</h1><p>The wall stands, and the cat is on it.</p>"
	for html, want := range map[string]string{
		"<title>Page not found | Field</title>" + menu + "<main><h1>Page not found</h1><p>Sorry, the page you are looking for has been moved or deleted. Try the search, or go back home.</p></main>":                      "nothing",
		"<title>404</title><main><h1>404</h1><h2>Oops! That page can’t be found.</h2><p>It looks like nothing was found at this location.</p></main>":                                                                      "nothing",
		"<title>Feld</title><h1>Seite nicht gefunden</h1><p>Die angeforderte Seite gibt es hier nicht mehr.</p>":                                                                                                           "nothing",
		"<title>野原</title><h1>ページが見つかりません</h1><p>お探しのページは移動したか、削除された可能性があります。</p>":                                                                                                                                         "nothing",
		"<title>Страница не найдена</title><p>Возможно, она была удалена.</p>":                                                                                                                                             "nothing",
		"<title>Just a moment...</title><h1>field.example</h1><p>Verifying you are human. This may take a few seconds.</p><p>field.example needs to review the security of your connection before proceeding.</p>":         "person",
		"<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1><p>You are unable to access field.example</p>":                                                                                "person",
		"<title>Field</title><p>Please enable JavaScript and cookies to continue.</p><p>Checking your browser before you see the page.</p>":                                                                                "person",
		"<title>Sign in - Field</title><h1>Sign in to continue reading</h1><form><input name=u><input type=password></form><p>Forgot password?</p>":                                                                        "sign in",
		"<title>Feld</title><h1>Mauern</h1><p>Melden Sie sich an, um weiterzulesen.</p><p>Passwort vergessen?</p><p>Sie haben noch kein Konto?</p>":                                                                        "sign in",
		"<title>Field</title><h1>Before you continue to Field</h1><p>We use cookies and data to deliver our pages.</p><p>We and our partners use cookies to measure them.</p>":                                             "consent",
		"<title>Pages that are not found</title>" + menu + "<main><article><h1>Page not found</h1>" + prose + "</article></main>":                                                                                          "",
		"<title>Just a moment</title><article><h1>Just a moment</h1>" + prose + "</article>":                                                                                                                               "",
		"<title>Dry walls</title><article><h1>Dry walls</h1>" + prose + "<p>Log in to comment.</p></article>":                                                                                                              "",
		"<title>Dry walls</title><article><h1>Dry walls</h1><p>" + first + "</p><p>" + second + "</p><p>Subscribe to continue reading.</p></article>":                                                                      "",
		"<title>A note</title><article>" + note + "</article><div class=modal>" + box + "</div>":                                                                                                                           "",
		"<title>A note</title><div>" + box + "</div><div>" + note + "</div>":                                                                                                                                               "",
		"<title>A note</title><article>" + note + box + "</article>":                                                                                                                                                       "sign in",
		"<title>A note</title><main><h1>A note</h1></main><div>" + box + "</div>":                                                                                                                                          "sign in",
		"<title>Page not found</title><article><h1>Page not found</h1><p>By Mara Quill, 3 May 2018</p><p>A book lacked a page, and its binder looked for it.</p></article>":                                                "",
		"<title>Page not found</title><article><h1>Page not found</h1><p>A book lacked a page.</p><p>Its binder looked for it under the bench, and found a cat.</p></article>":                                             "",
		"<title>Page not found | Field</title>" + menu + "<main><h1>Page not found</h1><p>Every library has such a page, with words that somebody chose.</p><p>I collect them. This one is the oldest of mine.</p></main>": "",
		"<title>404 | Field</title><main><h1>Oops! 404</h1><p>It seems that this page has sailed away.</p><p><a href=/>Back to the harbour</a></p></main>":                                                                 "nothing",
		"<title>404 miles to Rome</title><article><h1>404 miles to Rome</h1><p>We left on a Monday, with two mules.</p><p>One of them could not bear rain.</p></article>":                                                  "",
		"<title>A note</title><article><h1>A note</h1><p>The wall stands.</p></article>":                                                                                                                                   "",
	} {
		p, err := Parse(Source{Data: "<!doctype html>" + html, URL: "https://field.example/x"})
		wall, ok := errors.AsType[*Wall](err)
		switch {
		case want == "" && err != nil:
			t.Errorf("%s: %v", html, err)
		case want != "" && (!ok || !strings.Contains(wall.Error(), want) || !errors.Is(err, ErrNoArticle)):
			t.Errorf("%s: %v\n%s", html, err, p.Markdown)
		}
	}
}
