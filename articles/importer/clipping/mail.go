package clipping

import (
	"strings"

	"lede/articles/importer/dates"
)

// mailFields are the header fields of a saved e-mail, in the languages of mail
// programs.
var mailFields = map[string]string{
	"from": "from", "von": "from", "de": "from", "da": "from", "van": "from", "från": "from", "fra": "from", "od": "from", "от": "from", "差出人": "from", "发件人": "from", "보낸 사람": "from", "من": "from",
	"subject": "subject", "betreff": "subject", "objet": "subject", "asunto": "subject", "oggetto": "subject", "assunto": "subject", "onderwerp": "subject", "ämne": "subject", "emne": "subject", "temat": "subject", "тема": "subject", "件名": "subject", "主题": "subject", "主旨": "subject", "제목": "subject", "الموضوع": "subject",
	"date": "date", "sent": "date", "datum": "date", "gesendet": "date", "envoyé": "date", "fecha": "date", "enviado": "date", "data": "date", "inviato": "date", "verzonden": "date", "skickat": "date", "sendt": "date", "wysłano": "date", "дата": "date", "отправлено": "date", "日時": "date", "日付": "date", "日期": "date", "날짜": "date", "보낸 날짜": "date", "التاريخ": "date",
	"to": "", "cc": "", "bcc": "", "reply-to": "", "an": "", "à": "", "para": "", "a": "", "aan": "", "till": "", "til": "", "do": "", "кому": "", "宛先": "", "收件人": "", "받는 사람": "", "إلى": "", "message-id": "", "references": "", "mime-version": "", "content-type": "", "content-transfer-encoding": "", "list-unsubscribe": "", "list-id": "", "received": "", "return-path": "", "delivered-to": "", "dkim-signature": "", "x-mailer": "",
}

// fieldName reports whether s is written as the name of a field is, in words
// that a hyphen joins: In-Reply-To.
func fieldName(s string) bool {
	return strings.Contains(s, "-") && startsUpper(s) && !strings.ContainsFunc(s, func(r rune) bool { return r != '-' && (r < 'A' || r > 'z') })
}

// readMail takes the header of a saved e-mail off the text: lines such as
// "Subject: …" at its start, of which sender or subject must be there.
func (p *page) readMail() {
	got, n := map[string]string{}, 0
	for n < len(p.lines) && (n == 0 || p.lines[n].gap == 0) {
		l := &p.lines[n]
		name, value, ok := strings.Cut(strings.Replace(l.text, "：", ":", 1), ":")
		field, known := mailFields[strings.ToLower(strings.TrimSpace(name))]
		switch {
		case ok && (known || strings.HasPrefix(name, "X-") || n > 0 && fieldName(name)):
			if field != "" && got[field] == "" {
				got[field] = strings.TrimSpace(value)
			}
		case n > 0 && l.indent > 0: // a folded field
		default:
			ok = false
		}
		if !ok && l.indent == 0 {
			break
		}
		n++
	}
	if n < 2 || got["subject"] == "" {
		return
	}
	p.header, p.lines = p.lines[:n:n], p.lines[n:]
	p.subject = got["subject"]
	for _, prefix := range []string{"re:", "fwd:", "fw:", "aw:", "wg:", "tr:", "rv:"} {
		if len(p.subject) > len(prefix) && strings.EqualFold(p.subject[:len(prefix)], prefix) {
			p.subject = strings.TrimSpace(p.subject[len(prefix):])
		}
	}
	if p.subject != "" && p.subject[0] == '[' {
		if _, rest, ok := strings.Cut(p.subject, "] "); ok {
			p.subject = rest
		}
	}
	name, _, _ := strings.Cut(got["from"], "<")
	p.sender = strings.Trim(name, " \"'")
	if t, ok := dates.Parse(got["date"], dates.Unsure); ok {
		p.out.Published = day(t)
	}
}
