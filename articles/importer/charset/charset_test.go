package charset

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// Each charset by the names that texts have for it, with words in it.
var names = []struct {
	e     encoding.Encoding
	words string
	names string
}{
	{charmap.Windows1250, "Příliš žluťoučký", "windows-1250 win-1250 win1250 CP1250 CP-1250 windows1250 cp_1250 X-CP1250 ms1250"},
	{charmap.Windows1251, "Бумажный фонарь", "windows-1251 win-1251 WIN1251 windows1251 CP-1251 cp1251 x-cp1251 Windows_1251 windows-cp1251 Cyrillic-Windows 1251"},
	{charmap.Windows1252, "Grüße", "iso-8859-1 Latin1 latin-1 ISO8859-1 iso_8859_1 ISO-8859-1:1987 windows-1252 ANSI cp819 l1 us-ascii"},
	{charmap.ISO8859_2, "Příliš", "iso-8859-2 latin-2 Latin2 ISO8859_2 cp28592 912"},
	{charmap.ISO8859_5, "Фонарь", "iso-8859-5 ISO8859-5 cp28595"},
	{charmap.ISO8859_15, "œuvre €", "iso-8859-15 latin-9 latin9 latin-0 ISO_8859-15:1999 iso885915 cp28605"},
	{charmap.KOI8R, "Бумажный", "koi8-r KOI8R koi8 KOI-8-R koi8_r cskoi8r cp20866 x-koi8-r"},
	{charmap.KOI8U, "їжак", "koi8-u koi8u KOI8-RU cp21866"},
	{charmap.MacintoshCyrillic, "Бумажный фонарь", "MacCyrillic mac-cyrillic x-mac-cyrillic MAC_CYRILLIC x-mac-ukrainian cp10007"},
	{charmap.Macintosh, "Café crème à Genève", "MacRoman macintosh mac x-mac-roman Mac-Roman mac_roman x-macroman MacOSRoman cp10000"},
	{charmap.CodePage866, "Фонарь", "ibm866 cp866 CP-866 dos-866 866 Cyrillic-DOS"},
	{charmap.CodePage850, "Grüße", "ibm850 cp850 CP-850 dos850 cp_850"},
	{charmap.CodePage437, "Grüße", "cp437 IBM437 437 oem-437"},
	{charmap.Windows874, "กระดาษ", "tis-620 TIS620 windows-874 cp874 iso-8859-11 x-windows-874"},
	{charmap.ISO8859_7, "Φανάρι", "iso-8859-7 greek ELOT-928 cp28597"},
	{japanese.ShiftJIS, "紙の灯籠", "shift_jis Shift-JIS sjis x-sjis cp932 CP-932 MS932 windows-31j ms_kanji SJIS-win"},
	{japanese.EUCJP, "紙の灯籠", "euc-jp EUCJP x-euc-jp eucJP-ms ujis cp51932"},
	{japanese.ISO2022JP, "紙の灯籠", "iso-2022-jp ISO2022JP jis csISO2022JP"},
	{korean.EUCKR, "종이 등불", "euc-kr EUCKR ks_c_5601-1987 cp949 UHC windows-949 ksc5601"},
	{simplifiedchinese.GB18030, "纸灯笼", "gb18030 GB-18030 cp54936"},
	{simplifiedchinese.GBK, "纸灯笼", "gbk gb2312 GB_2312-80 cp936 euc-cn x-gbk"},
	{traditionalchinese.Big5, "紙燈籠", "big5 Big-5 cp950 big5-hkscs x-x-big5 Big5-ETEN"},
	{unicode.UTF8, "Grüße", "utf-8 UTF8 utf_8 x-utf-8 cp65001 utf8mb4 unicode-1-1-utf-8"},
}

func TestNames(t *testing.T) {
	t.Parallel()
	for _, c := range names {
		data, err := c.e.NewEncoder().String(c.words)
		if err != nil {
			t.Fatal(err)
		}
		for name := range strings.FieldsSeq(c.names) {
			if got := Decode(data, name); got != c.words {
				t.Errorf("%s: %q, not %q", name, got, c.words)
			}
		}
	}
	for _, none := range []string{"", "x", "cs", "none", "binary", "win-9", "cp0", "iso-2022-kr", "koi9", strings.Repeat("latin", 9), "latin12345678901234567890", "é"} {
		if e, label := Lookup(none); e != nil || label != "" {
			t.Errorf("%q is %s", none, label)
		}
	}
}

func TestWhoIsBelieved(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		data  string
		names []string
		want  string
	}{
		"valid UTF-8, whatever is said":    {"Grüße", []string{"iso-8859-1"}, "Grüße"},
		"the first name that means one":    {"Gr\xfc\xdfe", []string{"none", "", "latin-1", "koi8-r"}, "Grüße"},
		"UTF-8 that it is not":             {"Gr\xfc\xdfe", []string{"utf-8"}, "Grüße"},
		"UTF-8 with a bad byte":            {"Grüße \xff", []string{"utf-8", "latin1"}, "Grüße \ufffd"},
		"UTF-16 that it is not":            {"Gr\xfc\xdfe", []string{"utf-16"}, "Grüße"},
		"a mark":                           {"\xef\xbb\xbfGrüße", []string{"koi8-r"}, "Grüße"},
		"a mark of UTF-16":                 {"\xff\xfeG\x00\xfc\x00", []string{"koi8-r"}, "Gü"},
		"the zeros of UTF-16":              {encode(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "<p>Grüße</p>"), nil, "<p>Grüße</p>"},
		"the zeros of UTF-32":              {encode(utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "<p>Grüße</p>"), nil, "<p>Grüße</p>"},
		"UTF-16 of another alphabet":       {encode(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "<p>Фонарь, фонарь, фонарь, фонарь, фонарь"), nil, "<p>Фонарь, фонарь, фонарь, фонарь, фонарь"},
		"a few zeros":                      {"a\x00\x00\x00b", nil, "a\x00\x00\x00b"},
		"pairs of the East":                {encode(simplifiedchinese.GBK, "纸灯笼几乎没有重量"), nil, "纸灯笼几乎没有重量"},
		"nothing":                          {"", nil, ""},
		"bytes of ASCII that mean another": {encode(japanese.ISO2022JP, "紙"), []string{"iso-2022-jp"}, "紙"},
	} {
		if got := Decode(c.data, c.names...); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}

func encode(e encoding.Encoding, s string) string {
	s, err := e.NewEncoder().String(s)
	if err != nil {
		panic(err)
	}
	return s
}

func TestOfPage(t *testing.T) {
	t.Parallel()
	far := "<!doctype html><script>" + strings.Repeat("x = '<meta charset=latin1>';\n", 200) + "</script><style>a{}</style><!-- <meta charset=latin1> -->"
	for page, want := range map[string]string{
		far + `<meta charset="koi8-r">`:                                            "koi8-r",
		far + `<META CHARSET='win-1251' />`:                                        "win-1251",
		far + `<body><meta charset=x-sjis>`:                                        "x-sjis",
		far + `<meta charset=nosuch>`:                                              "",
		far + `<meta content="text/html; charset=KOI8R" http-equiv=Content-Type>`:  "koi8r",
		`<?xml version="1.0" encoding="windows-1251"?><html><meta charset=koi8-r>`: "windows-1251",
		`<p>charset=koi8-r`:                                                        "",
	} {
		got := OfPage(page + "\xff")
		if e, label := Lookup(got); (e == nil) != (want == "") || !strings.HasPrefix(strings.ToLower(got), want) {
			t.Errorf("%.60q: %q is %q, not %q", page[max(0, len(page)-60):], got, label, want)
		}
	}
	if got := OfPage("<meta charset=koi8-r>plain"); got != "" {
		t.Errorf("a page of UTF-8 alone: %q", got)
	}
}

func TestIsBinary(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]bool{
		"": false,
		"<p>Words\x00\x00\x00" + strings.Repeat(" of a page", 20):                   false,
		"\x1b[1mbold\x1b[m b\bbo\bo":                                                false,
		"\x00\x01\x02\x03words":                                                     true,
		strings.Repeat("\x00", 4096):                                                true,
		strings.Repeat("\x7fE\x02\xf0", 99):                                         true,
		encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "words"):        false,
		encode(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "<p>words</p>"): false,
	} {
		if got := IsBinary(data); got != want {
			t.Errorf("%.40q: %v", data, got)
		}
	}
}

// FuzzDecode: whatever the bytes and the names, there is valid UTF-8 and no
// more than a few times as much of it.
func FuzzDecode(f *testing.F) {
	for _, c := range names {
		f.Add(encode(c.e, c.words), strings.Fields(c.names)[0], "utf-8")
	}
	f.Fuzz(func(t *testing.T, data, first, second string) {
		text := Decode(data, first, second, OfPage(data))
		if !utf8.ValidString(text) || len(text) > 4*len(data)+4 {
			t.Errorf("%q as %q, %q: %q", data, first, second, text)
		}
		if utf8.ValidString(data) && strings.Trim(data, "\x00") == data && !strings.ContainsAny(data, "\x00\x1b~\ufeff") && text != data {
			t.Errorf("%q became %q", data, text)
		}
		IsBinary(data)
	})
}
