package manual

import (
	"strings"

	"lede/ui/cli/settings"
	"lede/ui/config"
)

// roff is a manual page in the making, in the macros of man(7).
type roff struct{ strings.Builder }

// request writes a macro with its arguments.
func (r *roff) request(name string, args ...string) {
	r.WriteString("." + name)
	for _, arg := range args {
		r.WriteString(` "` + strings.ReplaceAll(quoted(arg), `"`, `\(dq`) + `"`)
	}
	r.WriteByte('\n')
}

// text writes paragraphs. The lines of one are filled by whoever shows it.
func (r *roff) text(s string) { r.paragraphs(s, "PP") }

func (r *roff) paragraphs(s, macro string) {
	for i, paragraph := range strings.Split(strings.TrimSpace(s), "\n\n") {
		if i > 0 {
			r.request(macro)
		}
		r.line(quoted(strings.Join(strings.Fields(paragraph), " ")))
	}
}

// entry writes a term and, beside it, what is said about it.
func (r *roff) entry(term, about string) {
	r.request("TP")
	r.line(bold(term))
	r.paragraphs(about, "IP")
}

// line writes text that may hold escapes of ours.
func (r *roff) line(s string) {
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	r.WriteString(s + "\n")
}

// code writes lines as they are.
func (r *roff) code(s string) {
	r.request("PP")
	r.request("RS", "4")
	r.request("nf")
	for line := range strings.Lines(s) {
		r.line(quoted(strings.TrimSuffix(line, "\n")))
	}
	r.request("fi")
	r.request("RE")
}

func bold(s string) string { return `\fB` + quoted(s) + `\fR` }

// quoted keeps what a text means, and its hyphens what a shell understands
// (groff_char(7): a bare - is a typographic hyphen).
func quoted(s string) string {
	return strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`,
		"↑", `\(ua`, "↓", `\(da`, "←", `\(<-`, "→", `\(->`, "–", `\(en`).Replace(s)
}

// settings writes the settings into the manual.
func (r *roff) settings(known config.Known) {
	r.request("SH", "SETTINGS")
	r.text("The keys of the file config.toml. " + settings.AboutOrder)
	for _, s := range known.Settings() {
		r.entry(s.Name+", $"+s.Variable()+", "+s.Option(), settings.About(&s)+".")
	}
}
