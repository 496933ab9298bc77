package format

import (
	"encoding/json"
	"testing"
)

func TestJSONIsInert(t *testing.T) {
	t.Parallel()
	name := "a\u009b31m\u202eb\U000e0041c"
	quoted := `"` + name + `"`
	got := inert(quoted)
	if want := `"a\u009b31m\u202eb\udb40\udc41c"`; got != want {
		t.Errorf("inert(%q) = %s, want %s", quoted, got, want)
	}
	var back string
	if err := json.Unmarshal([]byte(got), &back); err != nil || back != name {
		t.Errorf("read back as %q, %v", back, err)
	}
}
