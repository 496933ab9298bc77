package charset

import (
	"strings"
	"sync"

	web "golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/ianaindex"
)

// Lookup is the charset of a name with the label that the web knows it by, such
// as "utf-8" and "windows-1251". Names are those that the Encoding standard of
// the web has, those of IANA, and what programs write in their place:
// "win-1251", "CP_1251", "koi8r", "MacCyrillic". It is nil for a name that
// means none.
func Lookup(name string) (e encoding.Encoding, label string) {
	const longest = 40 // bytes of a name
	name = strings.ToLower(strings.Trim(name, "\"' \t\r\n\f;,"))
	if name == "" || len(name) > longest {
		return nil, ""
	}
	if e, label = known(name); e != nil {
		return e, label
	}
	folded := strings.Map(letterOrDigit, name)
	if label = aliases()[strings.TrimPrefix(folded, "x")]; label == "" {
		label = aliases()[strings.TrimPrefix(folded, "cs")]
	}
	if label == "" {
		label = numbered(strings.TrimPrefix(strings.TrimPrefix(folded, "cs"), "x"))
	}
	if e, label = known(label); e != nil {
		return e, label
	}
	for _, index := range [...]*ianaindex.Index{ianaindex.IANA, ianaindex.MIME} {
		if e, err := index.Encoding(name); err == nil && e != nil {
			return e, name
		}
	}
	return nil, ""
}

// known is the charset of a name that the web has, or the code page of IBM that
// a label names. What the web replaces by nothing, for the sake of safety, is
// none.
func known(name string) (encoding.Encoding, string) {
	if e, label := web.Lookup(name); e != nil && label != "replacement" {
		return e, label
	}
	if strings.HasPrefix(name, "ibm") {
		if e, err := ianaindex.IANA.Encoding(name); err == nil && e != nil {
			return e, name
		}
	}
	return nil, ""
}

func letterOrDigit(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
		return r
	}
	return -1
}

// numbered is the label of a charset that a family of names has by its number:
// "win1251", "iso88592", "latin2", "cp850".
func numbered(folded string) string {
	family := strings.TrimRight(folded, "0123456789")
	number := folded[len(family):]
	if number == "" {
		return ""
	}
	switch family {
	case "win", "windows", "windowscp", "wincp", "mswin", "microsoftcp", "ansi", "ansicp", "cp", "cpcp", "codepage", "ms", "mscp", "oem", "dos", "ibm", "ibmcp", "ccsid", "":
		if label := pages()[number]; label != "" {
			return label
		}
		if len(number) == 4 && strings.HasPrefix(number, "125") {
			return "windows-" + number
		}
		if part, ok := strings.CutPrefix(number, "2859"); ok { // Microsoft's numbers of the parts of ISO 8859
			return "iso-8859-" + part
		}
		if part, ok := strings.CutPrefix(number, "286"); ok {
			return "iso-8859-1" + strings.TrimPrefix(part, "0")
		}
		return "ibm" + number
	case "iso", "isoiec", "isolatin":
		if part, ok := strings.CutPrefix(number, "8859"); ok && part != "" {
			for _, year := range [...]string{"1985", "1986", "1987", "1988", "1989", "1992", "1998", "1999", "2001", "2003"} {
				part = strings.TrimSuffix(part, year)
			}
			return "iso-8859-" + part
		}
		return latin[number]
	case "latin", "l":
		return latin[number]
	}
	return ""
}

// latin are the parts of ISO 8859 by the numbers of the Latin alphabets.
var latin = map[string]string{
	"1": "iso-8859-1", "2": "iso-8859-2", "3": "iso-8859-3", "4": "iso-8859-4", "5": "iso-8859-9", "6": "iso-8859-10",
	"7": "iso-8859-13", "8": "iso-8859-14", "9": "iso-8859-15", "0": "iso-8859-15", "10": "iso-8859-16",
}

// pages are the code pages with a name of their own.
var pages = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"874": "windows-874", "932": "shift_jis", "943": "shift_jis", "936": "gbk", "949": "euc-kr", "950": "big5", "1200": "utf-16le", "1201": "utf-16be",
		"1386": "gbk", "1363": "euc-kr", "10000": "macintosh", "10007": "x-mac-cyrillic", "10017": "x-mac-cyrillic", "20127": "us-ascii", "20866": "koi8-r", "878": "koi8-r",
		"21866": "koi8-u", "1168": "koi8-u", "20932": "euc-jp", "20936": "gbk", "20949": "euc-kr", "50220": "iso-2022-jp", "50221": "iso-2022-jp", "50222": "iso-2022-jp",
		"51932": "euc-jp", "51936": "gbk", "51949": "euc-kr", "52936": "hz-gb-2312", "54936": "gb18030", "65001": "utf-8", "1208": "utf-8",
		"28605": "iso-8859-15", "38598": "iso-8859-8", "819": "iso-8859-1", "813": "iso-8859-7", "912": "iso-8859-2", "915": "iso-8859-5", "920": "iso-8859-9", "923": "iso-8859-15",
	}
})

// aliases are the names that other programs have for what the web knows, with
// letters and digits alone.
var aliases = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"ansi": "windows-1252", "ascii": "us-ascii", "asciii": "us-ascii", "usascii": "us-ascii", "iso646us": "us-ascii", "8bit": "windows-1252", "western": "windows-1252", "roman8": "hp-roman8",
		"utf": "utf-8", "utf8": "utf-8", "utf8bom": "utf-8", "utf8mb3": "utf-8", "utf8mb4": "utf-8", "utf8n": "utf-8", "utf8sig": "utf-8", "unicodeutf8": "utf-8", "iso10646utf8": "utf-8", "wtf8": "utf-8", "cesu8": "utf-8", "al32utf8": "utf-8",
		"utf16": "utf-16le", "utf16le": "utf-16le", "utf16be": "utf-16be", "ucs2": "utf-16le", "ucs2le": "utf-16le", "ucs2be": "utf-16be",
		"cyrillicwindows": "windows-1251", "cyrillicwin": "windows-1251", "cyrillickoi": "koi8-r", "cyrillicmac": "x-mac-cyrillic", "cyrillicdos": "ibm866", "cyrilliciso": "iso-8859-5", "alt": "ibm866",
		"koi8": "koi8-r", "koi8r": "koi8-r", "koi8ru": "koi8-u", "koi8u": "koi8-u", "koi8rus": "koi8-r", "koir": "koi8-r", "koi": "koi8-r",
		"mac": "macintosh", "macroman": "macintosh", "macosroman": "macintosh", "macwestern": "macintosh", "macwesteuropean": "macintosh", "applemacintosh": "macintosh", "appleroman": "macintosh", "macintoshroman": "macintosh",
		"maccyrillic": "x-mac-cyrillic", "macukrainian": "x-mac-cyrillic", "macintoshcyrillic": "x-mac-cyrillic", "applecyrillic": "x-mac-cyrillic", "cyrillicmacintosh": "x-mac-cyrillic",
		"sjis": "shift_jis", "shiftjis": "shift_jis", "sjiswin": "shift_jis", "sjisopen": "shift_jis", "mskanji": "shift_jis", "pck": "shift_jis", "shiftjisx0213": "shift_jis", "shiftjis2004": "shift_jis", "windows31j": "shift_jis", "win31j": "shift_jis",
		"eucjp": "euc-jp", "euc": "euc-jp", "ujis": "euc-jp", "eucjpms": "euc-jp", "eucjpwin": "euc-jp", "japaneseeuc": "euc-jp", "jis": "iso-2022-jp", "jis7": "iso-2022-jp", "iso2022jp": "iso-2022-jp", "iso2022jp1": "iso-2022-jp", "iso2022jp2": "iso-2022-jp", "iso2022jpms": "iso-2022-jp",
		"euckr": "euc-kr", "uhc": "euc-kr", "ksc56011987": "euc-kr", "ksx1001": "euc-kr", "ksc5601": "euc-kr", "koreaneuc": "euc-kr", "extwansung": "euc-kr",
		"gb": "gbk", "gbk": "gbk", "euccn": "gbk", "gb23121980": "gbk", "gb2312": "gbk", "gb231280": "gbk", "gb18030": "gb18030", "gb180302000": "gb18030", "gb180302005": "gb18030", "chinesesimplified": "gbk", "hz": "hz-gb-2312", "hzgb": "hz-gb-2312", "hzgb2312": "hz-gb-2312",
		"big5": "big5", "bigfive": "big5", "big5eten": "big5", "big5hkscs": "big5", "big5hkscs2004": "big5", "cnbig5": "big5", "eucbig5": "big5", "chinesetraditional": "big5",
		"tis620": "windows-874", "tis6200": "windows-874", "tis62025330": "windows-874", "tis6202533": "windows-874", "thai": "windows-874", "thai8": "windows-874", "iso885911": "windows-874",
		"greek": "iso-8859-7", "greek8": "iso-8859-7", "elot928": "iso-8859-7", "ecma118": "iso-8859-7", "hebrew": "iso-8859-8", "hebrew8": "iso-8859-8", "iso88598i": "iso-8859-8-i", "iso88598e": "iso-8859-8", "arabic": "iso-8859-6", "ecma114": "iso-8859-6", "turkish": "windows-1254", "turkish8": "windows-1254", "baltic": "windows-1257", "vietnamese": "windows-1258", "cyrillic": "iso-8859-5",
		"ebcdic": "ibm037", "ebcdiccpus": "ibm037",
	}
})
