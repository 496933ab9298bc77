package clipping

import (
	"slices"
	"strings"

	"lede/articles"
)

// readTail reads the end matter section by section.
func (p *page) readTail() {
	comments := false
	for i := p.end; i < len(p.lines); {
		next := i + 1
		for next < len(p.lines) && !p.lines[next].class.endMatter() {
			next++
		}
		l := &p.lines[i]
		switch {
		case l.class == commentsLabel:
			comments = true
		case l.class == relatedLabel && len(p.out.Related) == 0:
			p.takeRelated(i+1, next)
		case comments:
		case l.class == tagsLabel:
			p.takeTags(i)
		case l.class == authorLabel:
			p.takeAuthor(i, next)
		case l.class == fact && !comments:
			p.tailFact(l)
		}
		for j := i; j < next && !comments; j++ {
			if p.lines[j].class == notice {
				p.addNotice(p.lines[j].text)
			}
			if t := p.lines[j].text; p.lines[j].class == fact && l.class != relatedLabel && l.class != asideLabel && isDate(t) && (p.out.Updated.IsZero() || p.out.Published.IsZero()) && len(phrase(fold(t))) > 10 {
				p.tailFact(&p.lines[j])
			}
		}
		i = next
	}
	p.signature()
	p.closingBio()
	if !comments {
		p.bioInTail()
	}
}

// takeTags reads the tags of a label: after its colon, or the short lines
// under it.
func (p *page) takeTags(i int) {
	l := &p.lines[i]
	rest := ""
	if at := strings.IndexAny(l.text, ":：—"); at >= 0 {
		rest = strings.TrimLeft(l.text[at:], ":：— ")
	} else {
		for _, lead := range []string{"filed under ", "tagged with ", "tagged ", "posted in ", "index terms ", "archivado en ", "mots-clés ", "mots clés ", "étiquettes "} {
			if len(l.text) > len(lead) && strings.EqualFold(l.text[:len(lead)], lead) {
				rest = l.text[len(lead):]
			}
		}
	}
	if rest != "" {
		p.splitTags(rest)
		return
	}
	for j := i + 1; j < len(p.lines) && j < i+15; j++ {
		m := &p.lines[j]
		if m.class != text && m.class != menu || m.weight > 120 || ends(m.text) || m.gap > 0 && j > i+1 || m.prose() || m.class == menu && service(m.text) {
			break
		}
		p.skip[j] = true
		if strings.ContainsAny(m.text, ",#·;、，•") {
			p.splitTags(m.text)
		} else {
			p.addTag(m.text)
		}
	}
}

// service reports whether an entry of a menu is of those that stand at the foot
// of a page, and no subject.
func service(s string) bool {
	return words(s) > 1 || strings.Contains("|help|about|contact|privacy|terms|cookies|home|login|search|menu|impressum|datenschutz|kontakt|aide|contacto|contatti|contato|", "|"+phrase(fold(s))+"|")
}

func (p *page) splitTags(s string) {
	s = strings.Trim(s, ". “”‘’\"'")
	marks := ",;、，·•|؛،\t"
	if !strings.ContainsAny(s, marks) && strings.Count(s, "#") > 0 {
		marks = "#"
	} else if !strings.ContainsAny(s, marks) && strings.Contains(s, " / ") {
		marks = "/"
	} else if !strings.ContainsAny(s, marks) && strings.Contains(s, "  ") {
		s, marks = strings.ReplaceAll(s, "  ", ","), ","
	}
	for _, t := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(marks, r) }) {
		p.addTag(t)
	}
}

// takeAuthor reads an author box: a name, perhaps buttons, and a few
// sentences.
func (p *page) takeAuthor(from, to int) {
	label := p.lines[from].text
	if at := strings.IndexAny(label, ":："); at > 0 && at+1 < len(label) && p.out.Author == "" {
		if name := nameIn(strings.Trim(label[at:], ":： "), true); name != "" {
			p.out.Author = name
		}
	}
	if low := fold(label); p.out.Author == "" {
		for _, lead := range []string{"written by ", "geschrieben von ", "écrit par ", "escrito por ", "scritto da ", "geschreven door ", "skriven av "} {
			if strings.HasPrefix(low, lead) && len(low) == len(label) {
				p.out.Author = label[len(lead):]
			}
		}
	}
	for i := from + 1; i < to; i++ {
		l := &p.lines[i]
		switch {
		case l.class != text && l.class != fact:
			continue
		case l.class == fact && words(l.text) < 6:
			if name, ok := byline(l.text); ok && p.out.Author == "" {
				p.out.Author = name
			}
		case !ends(l.text) && words(l.text) <= 6 && looksLikeName(l.text, true):
			if p.out.Author == "" {
				p.out.Author = l.text
			}
		case p.out.AuthorBio == "" && (words(l.text) >= 5 || ends(l.text)):
			p.out.AuthorBio = l.text
			if p.out.Author == "" {
				p.out.Author = leadingName(l.text)
			}
		}
	}
}

// leadingName is the name that a bio opens with: "Helma Brandt tests flour".
func leadingName(s string) string {
	var name []string
	for f := range strings.FieldsSeq(s) {
		bare := strings.TrimRight(f, ",")
		if !startsUpper(bare) && !(len(name) > 0 && strings.Contains(particles, " "+bare+" ") && bare != "y" && bare != "e" && bare != "et") {
			break
		}
		name = append(name, bare)
		if bare != f || len(name) == 4 {
			break
		}
	}
	for len(name) > 0 && !startsUpper(name[len(name)-1]) {
		name = name[:len(name)-1]
	}
	if len(name) < 2 || len(name) > 4 {
		return ""
	}
	return strings.Join(name, " ")
}

// closingBio takes the last paragraph as the author's bio when it opens with
// the author's name and end matter follows.
func (p *page) closingBio() {
	if p.out.AuthorBio != "" || p.out.Author == "" || p.end-1 <= p.body {
		return
	}
	l := &p.lines[p.end-1]
	if l.class == text && l.weight <= mostDek && words(l.text) >= 5 && ends(l.text) && strings.HasPrefix(fold(l.text), fold(p.out.Author)+" ") {
		p.out.AuthorBio = l.text
		p.end--
	}
}

// bioInTail finds the author's bio among the end matter: a sentence that opens
// with the name.
func (p *page) bioInTail() {
	if p.out.AuthorBio != "" || words(p.out.Author) < 2 {
		return
	}
	for i := p.end; i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.class == text && l.weight <= mostDek && words(l.text) >= 6 && strings.HasSuffix(l.text, ".") && strings.HasPrefix(fold(l.text), fold(p.out.Author)+" ") {
			p.out.AuthorBio = l.text
			p.out.Related = slices.DeleteFunc(p.out.Related, func(r articles.Link) bool { return r.Title == l.text })
			return
		}
	}
}

// labelAuthor makes "About Tilda Marsh" the label of her box.
func (p *page) labelAuthor() {
	if p.out.Author == "" {
		return
	}
	last := p.out.Author[strings.LastIndexByte(p.out.Author, ' ')+1:]
	for i := p.body; i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.class != text || l.weight > 60 || !strings.Contains(l.text, last) {
			continue
		}
		for _, lead := range []string{"about ", "über ", "zu ", "à propos de ", "sobre ", "acerca de ", "su ", "over ", "om ", "o "} {
			if rest, ok := strings.CutPrefix(fold(l.text), lead); ok && (rest == fold(p.out.Author) || p.names[rest]) {
				l.class = authorLabel
			}
		}
	}
}

// signature reads what stands under a mail after its "-- " line.
func (p *page) signature() {
	if p.subject == "" {
		return
	}
	for i := p.end - 1; i > p.body; i-- {
		if p.lines[i].text != "--" {
			continue
		}
		for j := i + 1; j < p.end; j++ {
			l := &p.lines[j]
			if l.class == text && p.out.AuthorBio == "" && words(l.text) >= 4 {
				p.out.AuthorBio = l.text
			}
		}
		p.end = i
		break
	}
	if p.out.Author == "" {
		p.out.Author = leadingName(p.out.AuthorBio)
	}
	if p.out.Author == "" && looksLikeName(p.sender, true) && words(p.sender) > 1 && !p.masthead[fold(p.sender)] {
		p.out.Author = p.sender
	}
}
