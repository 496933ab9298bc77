package clipping

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lede/articles/importer/dates"
)

// by are the words before an author's name, one language after another. A
// colon in the table is a colon in the text; the Chinese one counts as it.
const by = `by|written by|posted by|words by|text by|story by|reported by|author:|authors:|von|verfasst von|geschrieben von|text:|autor:|autorin:|par|écrit par|publié par|rédigé par|auteur :|auteur:|por|escrito por|publicado por|texto:|autora:|di|a cura di|scritto da|pubblicato da|autore:|autrice:|testo:|texto de|door|geschreven door|tekst:|auteur|av|skriven av|text av|af|skrevet af|skrevet av|kirjoittanut|teksti:|autor|tekst|przez|автор:|автор|текст:|текст|文/|文／|文＝|作者:|作者|記者:|記者|记者:|记者|撰文:|撰文|著者:|著者|執筆:|執筆者:|筆者:|執筆|ライター:|取材・文:|글:|글|글쓴이:|글쓴이|작성자:|작성자|기자:|저자:|بقلم|بقلم:|كتب|كتبت|كتابة:|الكاتب:|yazan:|yazar:`

// dated are the words that may stand before a date; those of a change after
// publication are in revised.
const dated = `|published|published on|posted|posted on|first published|submitted on|first submitted|date|on|asked|answered|created|issued|released|publication date|sent|veröffentlicht|veröffentlicht am|erschienen|erschienen am|am|stand|datum|vom|publié|publié le|le|mis en ligne le|paru le|publicado|publicado el|publicada|publicado em|el|em|fecha|pubblicato|pubblicato il|il|data|gepubliceerd|gepubliceerd op|geplaatst op|op|publicerad|publicerat|publicerad den|den|udgivet|publisert|julkaistu|opublikowano|data publikacji|dodano|dnia|опубликовано|дата публикации|дата|公開日|投稿日|掲載日|配信|公開|作成日|日付|发布于|发布时间|发表于|發布於|發佈於|發表於|时间|日期|입력|등록|게시일|작성일|게시|발행|نشر في|نشر|تاريخ النشر|بتاريخ|yayınlanma|yayın tarihi|`

const revised = `|updated|updated on|last updated|last updated on|last modified|last reviewed|modified|last edited|edited|revised|last revised|aktualisiert|aktualisiert am|zuletzt aktualisiert|zuletzt aktualisiert am|zuletzt geändert|zuletzt geändert am|geändert am|mis à jour|mis à jour le|mise à jour|mise à jour le|dernière mise à jour|dernière mise à jour le|modifié le|actualizado|actualizado el|actualizada|última actualización|actualización|aggiornato|aggiornato il|ultimo aggiornamento|modificato il|atualizado|atualizado em|atualizada em|última atualização|bijgewerkt|bijgewerkt op|laatst bijgewerkt|laatst bijgewerkt op|laatst gewijzigd|uppdaterad|uppdaterat|uppdaterad den|senast uppdaterad|opdateret|sist oppdatert|oppdatert|päivitetty|zaktualizowano|aktualizacja|ostatnia aktualizacja|обновлено|последнее обновление|изменено|更新日|最終更新日|最終更新|更新|更新于|更新时间|最后更新|最後更新|更新於|수정|최종수정|업데이트|수정일|آخر تحديث|تم التحديث|تحديث|güncelleme|son güncelleme|güncellenme|`

// handled are the words before the dates of a manuscript's way to print.
const handled = `|received|accepted|submitted|received in revised form|eingereicht|eingegangen|angenommen|reçu|reçu le|accepté|accepté le|recibido|aceptado|ricevuto|accettato|recebido|aceito|`

// minutes and reading together tell a read time.
var (
	minutes = []string{"min", "мин", "分", "분", "دقائق", "دقيقة", "دقيقتان", "dakika", "dk"}
	reading = []string{"read", "lese", "lectura", "lecture", "lettura", "leitura", "lees", "läs", "læs", "les", "czyta", "lektur", "чтени", "чита", "読", "阅读", "閱讀", "읽", "قراءة", "القراءة", "okuma", "à lire", "luku"}
	viewed  = []string{"views", "view", "viewed", "times viewed", "reads", "page views", "aufrufe", "mal gelesen", "mal angesehen", "mal aufgerufen", "aufrufe:", "gelesen", "vues", "vue", "lectures", "lu", "visitas", "vistas", "visualizaciones", "lecturas", "veces leído", "visualizzazioni", "letture", "visite", "visualizações", "visualizacoes", "leituras", "acessos", "weergaven", "keer gelezen", "keer bekeken", "gelezen", "bekeken", "visningar", "visninger", "läsningar", "katselukertaa", "wyświetleń", "wyświetlenia", "wyświetlenie", "odsłon", "odsłony", "просмотров", "просмотра", "просмотр", "просмотры", "прочтений", "回閲覧", "閲覧", "閲覧数", "ビュー", "pv", "回視聴", "アクセス", "次阅读", "次閱讀", "阅读", "阅读量", "閱讀", "浏览", "浏览量", "瀏覽", "次浏览", "次瀏覽", "人阅读", "人瀏覽", "点击", "조회", "조회수", "مشاهدة", "مشاهدات", "مشاهده", "قراءة", "المشاهدات", "عدد المشاهدات", "görüntülenme", "okunma"}
)

// isFact reports whether a small text is a by-line, a date, a read time or a
// number of views.
func isFact(s string) bool {
	if weigh(s) > 140 {
		return false
	}
	if withRole(s) != "" || bracketed(s) {
		return true
	}
	if _, ok := viewsIn(s); ok || isReadTime(s) || isDate(s) {
		return true
	}
	if role, _, ok := strings.Cut(fold(s), " by "); ok && strings.Contains(checked, "|"+role+"|") {
		return true
	}
	_, ok := byline(s)
	return ok
}

// checked are the roles before "by" that are no author's.
const checked = `|reviewed|medically reviewed|expert reviewed|fact checked|fact-checked|edited|illustrations|illustrated|photographs|photography|translated|produced|narrated|hosted|presented|curated|`

// isDate reports whether s holds a date and beside it no more than the words
// that go with one.
func isDate(s string) bool {
	if weigh(s) > 110 || !strings.ContainsFunc(s, unicode.IsDigit) {
		return strings.HasSuffix(fold(s), " ago") && words(s) <= 8 || fold(s) == "today" || fold(s) == "modified today"
	}
	all := dates.FindAll(s, dates.Unsure)
	if len(all) == 0 {
		return relative(s)
	}
	rest, from := 0, 0
	for _, d := range all {
		lead := phrase(fold(s[from:d.Start]))
		if !strings.Contains(dated, "|"+lead+"|") && !strings.Contains(revised, "|"+lead+"|") && lead != "" {
			rest += words(lead)
		}
		from = d.End
	}
	return rest+words(s[from:]) <= 3 && !ends(strings.TrimRight(s, ". "))
}

// relative is "3 days ago", "vor 3 Tagen", "1:39 PM ET".
func relative(s string) bool {
	f := fold(s)
	if words(f) > 8 {
		return false
	}
	for _, mark := range []string{" ago", "vor ", "il y a ", "hace ", "fa", "há ", "geleden", "sedan", "temu", "назад", "前", "전", "منذ", "önce"} {
		if strings.HasSuffix(f, mark) || strings.HasPrefix(f, mark) {
			return words(f) >= 2
		}
	}
	return len(f) < 14 && strings.Contains(f, ":") && f[0] >= '0' && f[0] <= '9' && (strings.Contains(f, " am") || strings.Contains(f, " pm"))
}

// isReadTime reports whether s is a claim such as "6 min read".
func isReadTime(s string) bool {
	f := fold(s)
	if len(f) > 70 || !strings.ContainsFunc(f, unicode.IsDigit) || words(f) > 8 {
		return false
	}
	has := func(list []string) bool {
		for _, w := range list {
			if strings.Contains(f, w) {
				return true
			}
		}
		return false
	}
	if !has(minutes) {
		return false
	}
	if key := phrase(f); key == "min" || key == "mins" || key == "minutes" || key == "minuten" || key == "minuti" || key == "minutos" || key == "minuter" || key == "minut" || key == "мин" || key == "минут" {
		return true
	}
	return has(reading) && !ends(strings.TrimRight(f, "."))
}

// viewsIn reads how often a page says it was seen: "3 views", "Aufrufe:
// 1.234", "12.4k views", "阅读 1.2万".
func viewsIn(s string) (int64, bool) {
	f := fold(s)
	if len(f) > 60 || isReadTime(s) {
		return 0, false
	}
	at := strings.IndexFunc(f, unicode.IsDigit)
	if at < 0 {
		return 0, false
	}
	end := at
	for end < len(f) && (strings.IndexByte("0123456789.,' ", f[end]) >= 0) {
		end++
	}
	number, rest := strings.Trim(f[at:end], " .,"), strings.TrimSpace(f[end:])
	scale := int64(1)
	for _, unit := range []struct {
		mark string
		n    int64
	}{{"mln", 1e6}, {"mio", 1e6}, {"mil", 1e3}, {"тыс", 1e3}, {"млн", 1e6}, {"tys", 1e3}, {"tsd", 1e3}, {"万", 1e4}, {"萬", 1e4}, {"만", 1e4}, {"천", 1e3}, {"k", 1e3}, {"m", 1e6}} {
		after, ok := strings.CutPrefix(rest, unit.mark)
		r, _ := utf8.DecodeRuneInString(after)
		if ok && (after == "" || !unicode.IsLetter(r) || wide(r)) {
			rest, scale = strings.TrimLeft(after, ". "), unit.n
			break
		}
	}
	label := phrase(strings.TrimSpace(f[:at]))
	if label == "" || label == "viewed" {
		label = strings.TrimPrefix(strings.TrimPrefix(phrase(rest), "times "), "de ")
		if phrase(f[:at]) == "viewed" && (label == "times" || label == "") {
			label = "viewed"
		}
	} else if key := phrase(rest); key != "" && key != "次" && key != "回" && key != "times" && key != "mal" && key != "fois" && key != "veces" && key != "pv" {
		return 0, false
	}
	for _, v := range viewed {
		if label == v {
			return scaled(number, scale)
		}
	}
	return 0, false
}

// scaled reads a number with the marks that languages set in it. Before a
// unit a mark is the decimal one; else it groups thousands.
func scaled(s string, scale int64) (int64, bool) {
	if scale > 1 {
		f, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
		return int64(f*float64(scale) + 0.5), err == nil && f < 1e6
	}
	n, err := strconv.ParseInt(strings.NewReplacer(".", "", ",", "", " ", "", "'", "").Replace(s), 10, 64)
	return n, err == nil
}

// byBook holds the words before a name by their first character.
var byBook = sync.OnceValue(func() map[rune][]string {
	book := map[rune][]string{}
	for lead := range strings.SplitSeq(by, "|") {
		r, _ := utf8.DecodeRuneInString(lead)
		book[r] = append(book[r], lead)
	}
	return book
})

// byline returns the author that s names: "By Jane Roe, science editor".
func byline(s string) (string, bool) {
	f := strings.Join(strings.Fields(s), " ")
	f = strings.ReplaceAll(f, "：", ":")
	low := strings.ToLower(f)
	if len(low) != len(f) {
		return koreanReporter(f)
	}
	first, _ := utf8.DecodeRuneInString(low)
	for _, lead := range byBook()[first] {
		rest, ok := strings.CutPrefix(low, lead)
		if !ok || rest == "" {
			continue
		}
		name := strings.TrimLeft(f[len(lead):], " :")
		last, _ := utf8.DecodeLastRuneInString(lead)
		if rest[0] != ' ' && rest[0] != ':' && last != ':' && last != '/' && !wide(last) {
			continue
		}
		strong := strings.HasSuffix(lead, ":") || rest[0] == ':' || len(lead) > 8
		if name = nameIn(name, strong); name != "" {
			return name, true
		}
	}
	return koreanReporter(f)
}

// koreanReporter reads "김민서 기자", where the word follows the name.
func koreanReporter(s string) (string, bool) {
	if name, ok := strings.CutSuffix(s, " 기자"); ok && words(name) <= 3 && utf8.RuneCountInString(name) <= 5 {
		return name, true
	}
	return "", false
}

// nameIn is the name at the start of s, without the role or the date after
// it; empty when s does not begin with a name.
func nameIn(s string, strong bool) string {
	for _, mark := range []string{",", " | ", " · ", " • ", " – ", " — ", " - ", " (", "（", "、", " on ", " am ", " le ", " el ", " il ", " em ", " op ", " den ", " in ", ";", " 기자", " für "} {
		if at := strings.Index(s, mark); at > 0 {
			s = s[:at]
		}
	}
	if at := strings.IndexFunc(s, unicode.IsDigit); at > 0 {
		s = s[:at]
	}
	s = strings.TrimSpace(strings.TrimRight(s, " .:"))
	if looksLikeName(s, !strong) {
		return s
	}
	return ""
}

// particles are the words of a name that stand in lower case.
const particles = ` de da do dos das del della di du la le van von der den ten ter zu zur af av y e i et und and og och en bin ibn al el dos san st. & `

// looksLikeName reports whether s could be the name of one person or of a few.
// When cased is set each word needs its capital.
func looksLikeName(s string, cased bool) bool {
	fields := strings.Fields(s)
	n := utf8.RuneCountInString(s)
	if len(fields) == 0 || len(fields) > 7 || n > 60 || n < 2 || strings.ContainsAny(s, "?!:;/@#\"“”„«»<>{}=…。") || strings.ContainsFunc(s, unicode.IsDigit) {
		return false
	}
	caps := 0
	for _, f := range fields {
		r, _ := utf8.DecodeRuneInString(f)
		switch {
		case unicode.IsUpper(r):
			caps++
		case unicode.IsLower(r):
			if cased && !strings.Contains(particles, " "+strings.ToLower(f)+" ") && !strings.HasPrefix(f, "d'") && !strings.HasPrefix(f, "d’") && !strings.HasPrefix(f, "al-") && !strings.HasPrefix(f, "el-") {
				return false
			}
		case unicode.IsLetter(r): // a script without case
			if n > 12 && wide(r) || len(fields) > 4 {
				return false
			}
			caps++
		default:
			return false
		}
	}
	return caps > 0 || !cased
}
