package record_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/importer/record"
	"lede/articles/rules"
)

func TestLibraryReadBack(t *testing.T) {
	t.Parallel()
	var want record.Library
	for _, text := range []string{`feed:"A & B" <b> -> mute`, "#go (x or y) -> star, read, tag to read"} {
		r, err := rules.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		want.Rules = append(want.Rules, r)
	}
	want.Queries = []articles.SavedQuery{{Name: "Long “reads”", Query: "time:>20 sort:longest"}, {Name: "Go", Query: "#go"}}
	want.Gone = []articles.Gone{{Feed: "https://a.example/f", GUID: "7"}, {Feed: "https://a.example/f", Link: "https://a.example/x?a=1&b=2"}}
	want.Folds = []articles.Fold{{Front: "1f0c", Behind: []articles.ID{"2a", "3b"}}, {Front: "9", Behind: []articles.ID{"8"}}}
	want.Gone = append(want.Gone, articles.Gone{Origin: "welcome:x"})
	want.Entries = []articles.Listed{
		{Feed: "https://a.example/f", GUID: "1", Link: "//a.example/1", Article: "abcdefghjk", Owner: true, Sum: "5e", Page: -1},
		{Feed: "https://a.example/f", GUID: "2"},
		{Feed: "https://b.example/f", Link: "//b.example/1", Article: "bbcdefghjk", Page: 2},
	}
	want.Stories = []articles.Fold{{Front: "5", Behind: []articles.ID{"6"}}}
	data, err := want.Bytes()
	if err != nil || !record.IsIntactLibrary(data) || !strings.Contains(string(data), `"query": "time:>20 sort:longest"`) {
		t.Fatalf("%s, %v", data, err)
	}
	got, wrong, err := record.ReadLibrary(data)
	if err != nil || len(wrong) > 0 || !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v, %v, %v\nwant %+v", got, wrong, err, want)
	}
	if record.IsIntactLibrary(bytes.Replace(data, []byte("mute"), []byte("keep"), 1)) {
		t.Error("a change is not seen")
	}
	for _, none := range []string{"", "{}", `{"sum": "`, "\n  \"sum\": \""} {
		if record.IsIntactLibrary([]byte(none)) {
			t.Errorf("%q is taken for lede's", none)
		}
	}
	var empty record.Library
	if data, err := empty.Bytes(); err != nil || !record.IsIntactLibrary(data) || !empty.IsEmpty() {
		t.Errorf("%s, %v", data, err)
	}
}

// What comes from outside is cleaned, and what is wrong in it costs nothing else.
func TestLibraryFromOutside(t *testing.T) {
	t.Parallel()
	got, wrong, err := record.ReadLibrary([]byte(`{"queries": [{"name": "a\u001b[31mb", "query": "x\ny"}, {"name": "bad", "query": "time:<ten"}],
		"removed": [{"origin": "file:/mine.md"}], "feeds": [{"feed": "x\n", "entries": [{"guid": "\u001b[31m"}]}],
		"rules": [{"query": "is:read", "do": "mute"}, {"query": "x", "do": "explode"}, {"query": "x", "do": "star"}]}`))
	if err != nil || len(wrong) != 3 || len(got.Rules) != 1 || len(got.Queries) != 1 {
		t.Fatalf("%+v, %q, %v", got, wrong, err)
	}
	if q := got.Queries[0]; strings.ContainsAny(q.Name+q.Query, "\x1b\n") {
		t.Errorf("%+v", q)
	}
	if e := got.Entries[0]; got.Gone[0].Origin != "" || strings.ContainsAny(e.Feed+e.GUID, "\x1b\n") {
		t.Errorf("%+v, %+v", got.Gone, e)
	}
	if _, _, err := record.ReadLibrary([]byte(`{"rules": [`)); err == nil {
		t.Error("half a file is read")
	}
}
