package names

import "testing"

func TestByLine(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		"By Jane Roe, science editor":              "Jane Roe",
		"By John le Carré":                         "John le Carré",
		"by Jane Roe and John le Carré":            "Jane Roe and John le Carré",
		"By Jane Roe, Tom Lamb and Ida van der Ee": "Jane Roe, Tom Lamb and Ida van der Ee",
		"Written by: Dora Winkel, Senior Folder":   "Dora Winkel",
		"By Jane Roe in Berlin":                    "Jane Roe",
		"By Jane Roe on 3 May 2024":                "Jane Roe",
		"Par Anne Roux le 3 mai 2024":              "Anne Roux",
		"Von Dora Winkel am 3. Mai":                "Dora Winkel",
		"Eine Kolumne von Dora Winkel":             "Dora Winkel",
		"Erstellt von Dora Winkel":                 "Dora Winkel",
		"Text: Dora Winkel":                        "Dora Winkel",
		"Text – Dora Winkel":                       "",
		"Redaktion: Dora Winkel (Press officer)":   "Dora Winkel",
		"Auteur: dora":                             "dora",
		"Di Maria Rossi":                           "Maria Rossi",
		"作者：张三":                                    "张三",
		"文・山田太郎":                                   "山田太郎",
		"文・山田太郎　写真・鈴木海":                            "山田太郎",
		"Words: Ann Lee  Pictures: Tom Lamb":       "Ann Lee",
		"기자명 박서연 기자":                               "박서연",
		"Af-Soomaali":                              "",
		"Door Jan-Willem van ’t Hoff":              "Jan-Willem van ’t Hoff",
		"Pubblicato da Pietro dell’Orto":           "Pietro dell’Orto",
		"A column by Ann Lee":                      "Ann Lee",
		"نص: فاطمة بن علي  تصوير: ليلى عبد الرحمن": "فاطمة بن علي",
		"Thread starter dora_w":                  "dora_w",
		"Written by the":                         "",
		"文責：山田太郎":                                "山田太郎",
		"取材・文＝山田太郎":                              "山田太郎",
		"文／王小明":                                  "王小明",
		"김민서 기자":                                 "김민서",
		"Автор: Анна Петрова":                    "Анна Петрова",
		"بقلم: أحمد علي":                         "أحمد علي",
		"Petra Hollis Environment correspondent": "Petra Hollis",
		"By then it was dark.":                   "",
		"By Daniel Roe April 3, 2024":            "Daniel Roe",
		"By Theresa May, 3 April 2024":           "Theresa May",
		"By Anna May April 3":                    "Anna May",
		"（记者 王小明）":                               "王小明",
		"Von Dora Winkel, Freitag, 3. Mai":       "Dora Winkel",
		"記者の目":                                   "",
		"By Monday":                              "",
		"By the lake":                            "",
		"Posted on 3 May":                        "",
		"Von allem etwas":                        "",
		"By admin":                               "",
		"Our environment correspondent":          "",
	} {
		if got, _ := ByLine(line); got != want {
			t.Errorf("%q names %q; want %q", line, got, want)
		}
	}
}

func TestIsNoAuthor(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"Posted on", "Zeige alle Beiträge von Dora Winkel →", "View archive", "No Author", "admin", "la rédaction"} {
		if !IsNoAuthor(s) {
			t.Errorf("%q is no author's name", s)
		}
	}
	if IsNoAuthor("Dora Winkel") || IsNoAuthor("Teamy Von") {
		t.Error("a name is taken for none")
	}
}

func TestNamesOfSeveralAndOfOne(t *testing.T) {
	t.Parallel()
	for s, several := range map[string]bool{"Ann Lee, Tom Lamb": true, "Ann Lee, Tom Lamb, Ida van der Ee": true, "Ann Lee": false, "Lamps, wire and 3 nails": false} {
		if AreNames(s) != several {
			t.Errorf("%q lists names: %v", s, !several)
		}
	}
	for s, full := range map[string]bool{"Ann Lee": true, "Ida van der Ee": true, "Ann": false, "the lake": false, "山田太郎": false} {
		if IsFullName(s) != full {
			t.Errorf("%q is a full name: %v", s, !full)
		}
	}
	for s, want := range map[string]string{"Helma Brandt tests flour.": "Helma Brandt", "Ida van der Ee, who folds, writes.": "Ida van der Ee", "The lake is cold.": ""} {
		if got := Leading(s); got != want {
			t.Errorf("%q opens with %q; want %q", s, got, want)
		}
	}
}
