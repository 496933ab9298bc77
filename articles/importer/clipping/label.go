package clipping

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// whole looks a folded line up. A label may carry a number or a name: "12
// Comments", "Recommended on Inkwell".
func whole(folded string) (class, bool) {
	key := phrase(folded)
	book := phraseBook()
	if c, ok := book[key]; ok && !strings.ContainsAny(folded, "?？") || ok && c.endMatter() {
		if c == menu || c == button || c == commentsLabel {
			if digits := strings.ContainsFunc(folded, unicode.IsDigit); digits && c != commentsLabel {
				return count, true
			}
		}
		return c, true
	}
	if key == "" {
		if strings.ContainsFunc(folded, unicode.IsDigit) && !strings.ContainsAny(folded, "(){}[]=") && utf8.RuneCountInString(folded) <= 8 {
			return count, true
		}
		if utf8.RuneCountInString(folded) <= 3 && strings.Trim(folded, "·|×›‹»«+…/←→↑↓-–—,⋅∙★☆♥✕ ") == "" {
			return button, true
		}
	}
	if isCount(folded, key) {
		return count, true
	}
	if c := label(folded); c != text {
		return c, true
	}
	if strings.HasSuffix(folded, " cookies") && len(folded) < 30 {
		return menu, true
	}
	return text, false
}

// sections begin the labels of lists of other articles: "Recommended on
// Inkwell", "Related guides".
var sections = []string{"recommended on ", "recommended from ", "related ", "recommended ", "similar ", "more from ", "more by ", "read more from ", "more stories from ", "more in ", "mehr von ", "mehr aus ", "ähnliche ", "verwandte ", "plus de ", "más de ", "altro da ", "mais de ", "meer van ", "gerelateerde ", "mer från ", "relaterade ", "więcej od ", "więcej z ", "podobne ", "powiązane ", "ещё от ", "похожие ", "関連", "相关", "相關", "관련 "}

// writers begin the label of an author's box.
var writers = []string{"written by ", "geschrieben von ", "écrit par ", "escrito por ", "scritto da ", "geschreven door ", "skriven av "}

// shares begin the buttons that share a page.
var shares = []string{"share this ", "share on ", "share via ", "share to ", "teilen auf ", "auf facebook ", "partager sur ", "compartir en ", "condividi su ", "compartilhar no ", "compartilhar em ", "delen op ", "deel op ", "dela på ", "udostępnij na ", "поделиться в "}

// letters begin the labels of a subscription's form.
var letters = []string{"subscribe to ", "sign up to ", "sign up for ", "abonnieren sie ", "abonniere ", "abonnez-vous à ", "s'abonner à ", "suscríbete a ", "iscriviti a ", "iscriviti alla ", "assine a ", "assine o ", "inscreva-se em ", "abonneer je op ", "prenumerera på ", "subskrybuj ", "подпишитесь на ", "подписаться на "}

// thoughts are how comments are headed: 3 thoughts on “Title”.
var thoughts = []string{" thoughts on ", " thought on ", " comments on ", " comment on ", " replies to ", " reply to ", " responses to ", " response to ", " gedanken zu ", " kommentare zu ", " réflexions sur ", " commentaires sur ", " comentarios en ", " respuestas a ", " pensieri su ", " commenti su ", " comentários em ", " reacties op ", " gedachten over ", " kommentarer till ", " tankar om ", " przemyśleń nad ", " komentarzy do ", " комментариев к ", " мыслей о "}

// label reads the labels of end matter that carry a name or a title.
func label(folded string) class {
	if c := invitation(strings.TrimRight(folded, ".!")); c != text {
		return c
	}
	if ends(folded) && !strings.HasSuffix(folded, ":") || words(folded) > 30 {
		if !strings.ContainsAny(folded, "“\"«") {
			return text
		}
	}
	for _, lead := range sections {
		if rest, ok := strings.CutPrefix(folded, lead); ok && len(rest) < 50 && words(rest) <= 6 && !strings.Contains("|work|works|research|studies|literature|", "|"+rest+"|") {
			return relatedLabel
		}
	}
	for _, lead := range writers {
		if rest, ok := strings.CutPrefix(folded, lead); ok && looksLikeName(rest, false) {
			return authorLabel
		}
	}
	if folded != "" && (folded[0] >= '0' && folded[0] <= '9' || strings.HasPrefix(folded, "one ")) {
		for _, s := range thoughts {
			if at := strings.Index(folded, s); at > 0 && at < 8 {
				return commentsLabel
			}
		}
	}
	if words(folded) <= 5 && strings.ContainsFunc(folded, unicode.IsDigit) {
		if at := strings.LastIndexByte(folded, ' '); at > 0 && phraseBook()[phrase(folded[at:])] == commentsLabel {
			return commentsLabel // There are 13 comments
		}
	}
	r, _ := utf8.DecodeRuneInString(folded)
	last, _ := utf8.DecodeLastRuneInString(folded)
	if strings.ContainsRune("←⟵⬅", r) || strings.ContainsRune("→⟶➡", last) && r != '→' {
		return navLabel
	}
	return text
}

// invitation reads what asks the reader to share the page or to subscribe to
// its letters.
func invitation(folded string) class {
	for _, lead := range shares {
		if strings.HasPrefix(folded, lead) && words(folded) <= 4 {
			return button
		}
	}
	for _, lead := range letters {
		if strings.HasPrefix(folded, lead) && words(folded) <= 7 {
			return asideLabel
		}
	}
	return text
}

// counted are the things that pages count.
const counted = `|comment|comments|like|likes|share|shares|clap|claps|response|responses|reply|replies|follower|followers|following|subscribers|votes|vote|points|answers|answer|ratings|reviews|restacks|reactions|gold badges|
kommentare|kommentar|antworten|mal geteilt|commentaires|commentaire|réactions|réaction|partages|abonnés|j'aime|comentarios|comentario|me gusta|compartidos|commenti|commento|condivisioni|mi piace|comentários|comentário|curtidas|reacties|reactie|kommentarer|gilla|komentarze|komentarzy|polubień|комментариев|комментария|комментарий|лайков|件のコメント|コメント|いいね|フォロワー|条评论|條評論|评论|点赞|收藏|댓글|개|좋아요|공감|تعليق|تعليقات|إعجاب|`

func isCount(folded, key string) bool {
	if len(folded) <= 9 && strings.Contains("|k|m|mil|tsd|тыс|万|천|만|", "|"+key+"|") {
		return folded[0] >= '0' && folded[0] <= '9'
	}
	return strings.ContainsFunc(folded, unicode.IsDigit) && key != "" && len(key) < 40 &&
		(strings.Contains(counted, "|"+key+"|") || strings.HasPrefix(key, "k ") && strings.Contains(counted, "|"+key[2:]+"|"))
}
