package keys_test

import (
	"testing"

	"lede/ui/keys"
)

func made(t testing.TB, preset string, own map[string][]string) *keys.Bindings {
	t.Helper()
	b, err := keys.New(preset, own)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestEveryOperationHasAName(t *testing.T) {
	t.Parallel()
	seen := map[string]keys.Op{}
	all := keys.All()
	for _, op := range all {
		for _, name := range append([]string{op.String()}, op.Aliases()...) {
			if was, ok := seen[name]; ok {
				t.Errorf("%q names %s and %s", name, was, op)
			}
			seen[name] = op
			if found, err := keys.Find(name); err != nil || found != op {
				t.Errorf("%q finds %s (%v), not %s", name, found, err, op)
			}
		}
		if op.String() == "" || op.Help() == "" || op.Group() == "" || op.Scope() == keys.Nowhere {
			t.Errorf("%d has no name, words, group or place: %q %q %q", op, op, op.Help(), op.Group())
		}
	}
	if all[len(all)-1] == keys.None || len(all) != int(keys.Paste) {
		t.Errorf("%d operations are in the table, of %d", len(all), keys.Paste)
	}
}

func TestNoKeyDoesTwoThings(t *testing.T) {
	t.Parallel()
	for _, preset := range keys.Presets {
		b := made(t, preset, nil)
		for _, s := range keys.Everywhere.Each() {
			seen := map[string]keys.Op{}
			for _, op := range keys.All() {
				for _, k := range b.Keys(op, s) {
					if was, ok := seen[k]; ok {
						t.Errorf("%s, %s: %q is bound to %s and %s", preset, s, k, was, op)
					}
					seen[k] = op
				}
			}
		}
	}
}
