package run

import (
	"cmp"
	"runtime/debug"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"lede/articles/importer/fetch"
)

// client is a run's one client of the web, made when it is needed.
type client struct {
	once sync.Once
	*fetch.Client
}

// Web is what addresses are fetched with, made when the first is.
func (r *Run) Web() *fetch.Client {
	r.client.once.Do(func() {
		r.client.Client = fetch.New(fetch.Options{Version: Version(), Language: r.languages(), Timeout: r.Settings.Config().Timeout})
	})
	return r.client.Client
}

// languages are those of the reader, as the setting or else the environment names
// them, in the form of an Accept-Language.
func (r *Run) languages() string {
	if set := r.Settings.Config().Language; set != "" {
		return set
	}
	locale, _, _ := strings.Cut(cmp.Or(r.Getenv("LC_ALL"), r.Getenv("LC_MESSAGES"), r.Getenv("LANG")), ".")
	locale, _, _ = strings.Cut(strings.ReplaceAll(locale, "_", "-"), "@")
	tag, err := language.Parse(locale)
	if err != nil || locale == "C" || locale == "POSIX" {
		return "en;q=0.8,*;q=0.5"
	}
	whole, base := tag.String(), ""
	if b, _ := tag.Base(); b.String() != whole {
		base = "," + b.String() + ";q=0.9"
	}
	if strings.HasPrefix(whole, "en") {
		return whole + base + ",*;q=0.5"
	}
	return whole + base + ",en;q=0.7,*;q=0.5"
}

// Version is the one that the module was built as: a release's tag, or the
// commit; "dev" when the build does not know.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return info.Main.Version
}
