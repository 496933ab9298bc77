package run

import (
	"cmp"
	"context"
	"errors"

	"lede/store"
	"lede/ui/effect"
	"lede/ui/theme"
)

// Theme is the theme that was asked for. Its warnings are told once.
func (r *Run) Theme() (theme.Choice, error) {
	c, err := theme.Choose(r.Settings.ThemeName(), r.Settings.ThemeFolder())
	r.warn(c)
	return c, err
}

func (r *Run) warn(c theme.Choice) {
	r.themeTold.Do(func() {
		for _, warning := range c.Warnings() {
			r.Complain(errors.New(warning))
		}
	})
}

// PrintedTheme is the theme to print in: the one that was asked for, or else the one
// that the screens remember. No library is made for that.
func (r *Run) PrintedTheme(ctx context.Context) (theme.Choice, error) {
	if r.printed != nil {
		return *r.printed, nil
	}
	name := r.taste(ctx, effect.SettingTheme)
	c, err := theme.Choose(cmp.Or(name, r.Settings.ThemeName()), r.Settings.ThemeFolder())
	if err != nil && name == "" {
		return c, err
	}
	if err != nil { // it is gone since, and auto stands in
		r.Complain(err)
	}
	r.warn(c)
	r.printed = &c
	return c, nil
}

// PrintedMeasure is the measure to print at on a terminal, in columns: the one that is
// set, or else the one that the screens remember.
func (r *Run) PrintedMeasure(ctx context.Context) int {
	all, _ := r.Settings.Config().Recall(func(name string) (string, error) { // taste does not fail
		if name != string(effect.SettingMeasure) {
			return "", nil
		}
		return r.taste(ctx, effect.SettingMeasure), nil
	})
	return all.Measure
}

// tastes are what the screens remember of how an article is printed.
type tastes map[effect.Setting]string

// taste is what a key of the screens made of a setting last, where nothing else says
// what it is. The library is opened once for all of them, and none is made.
func (r *Run) taste(ctx context.Context, of effect.Setting) string {
	if r.Settings.Config().IsSet(string(of)) {
		return ""
	}
	if r.remembered == nil {
		r.remembered = r.readTastes(ctx)
	}
	return r.remembered[of]
}

func (r *Run) readTastes(ctx context.Context) tastes {
	t := tastes{}
	if !r.HasLibrary() {
		return t
	}
	_ = r.WithLibrary(ctx, func(s *store.Store) (err error) { // what needs the library says what is wrong with it
		for _, of := range [...]effect.Setting{effect.SettingTheme, effect.SettingMeasure} {
			if t[of], err = s.Setting(ctx, string(of)); err != nil {
				return err
			}
		}
		return nil
	})
	return t
}
