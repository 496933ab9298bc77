package cli

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"golang.org/x/text/language"

	"lede/articles/importer"
	"lede/articles/importer/fetch"
	"lede/articles/importer/intake"
	"lede/store"
)

// web is what addresses are fetched with, made when the first is.
func (p *program) web() *fetch.Client {
	p.client.once.Do(func() {
		p.client.Client = fetch.New(fetch.Options{Version: version(), Language: p.languages(), Timeout: p.settings().Timeout})
	})
	return p.client.Client
}

// languages are those of the reader, as the setting or else the environment names
// them, in the form of an Accept-Language.
func (p *program) languages() string {
	if set := p.settings().Language; set != "" {
		return set
	}
	locale, _, _ := strings.Cut(cmp.Or(p.getenv("LC_ALL"), p.getenv("LC_MESSAGES"), p.getenv("LANG")), ".")
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

// lookWeb finds the article at a web address: in the library, which is not made
// for it, or else on the web.
func (p *program) lookWeb(ctx context.Context, ref string, h importer.Hint) (*thing, error) {
	if p.hasLibrary() && !h.WholePage {
		s, err := p.open(ctx)
		if err != nil {
			return nil, err
		}
		t, err := kept(ctx, p.intake(s), s, ref)
		if err := errors.Join(err, s.Close()); t != nil || err != nil {
			return t, err
		}
	}
	g, err := h.Web(ctx, p.web(), ref)
	if err != nil {
		return nil, err
	}
	return glimpsed(ref, g), nil
}

// kept is the article of the library at a web address; nil when there is none.
func kept(ctx context.Context, in *intake.Intake, s *store.Store, ref string) (*thing, error) {
	id, err := in.Kept(ctx, ref)
	if id == "" || err != nil {
		return nil, err
	}
	return inLibrary(ctx, s, string(id))
}
