package tokens

import (
	"strings"
	"sync"
)

const shortestTerm = 4 // letters

// IsCommon reports whether a word, in small letters, is one of those that tell nothing of
// a text, as far as that can be said without other texts.
func IsCommon(word string) bool {
	_, stop := stopWords()[word]
	return stop || len(word) < shortestTerm // in bytes: two Chinese letters are a word
}

// stopWords are the words of four letters and more that tell nothing: those of
// English, German, French, Spanish, Italian, Portuguese and Dutch.
var stopWords = sync.OnceValue(func() map[string]struct{} {
	set := make(map[string]struct{})
	for word := range strings.FieldsSeq(stopList) {
		set[word] = struct{}{}
	}
	return set
})

const stopList = `
about above across after again against almost along already also although always among another anyone
anything around away back because become been before began behind being below between both cannot came come
comes could couldn didn does doesn doing done down during each either else enough even ever every everyone
everything find first five four from further gave gets give given gives goes going gone good great have having
haven hasn hadn here herself himself however https http into isn itself just keep kind knew know known last later
least less like likely little long look made make makes making many matter maybe mean means might more most much
must myself near need needs never next nobody none nothing often once ones only onto other others otherwise ours
over part perhaps possible quite rather really right said same says seem seems seen several shall should shouldn
simply since some someone something sometimes soon still such sure take taken than that their theirs them
themselves then there therefore these they thing things think this those though thought three through thus time
times together told took toward towards under unless until upon used uses using usually very want wants wasn
well went were weren what whatever when where whether which while whole whom whose will with within without
wouldn would year years yet your yours yourself
aber alle allem allen aller alles also andere anderen auch beim bereits bist damit dann dass dein deine dem denn
deren dessen dich diese diesem diesen dieser dieses doch dort durch eine einem einen einer eines einige etwa
etwas euch euer ganz gegen gibt habe haben hatte hatten hier hinter ihnen ihre ihrem ihren ihrer immer jede jedem
jeden jeder jedes jetzt kann kein keine keinen konnte können machen mehr mein meine muss müssen nach nicht nichts
noch nun oder ohne schon sehr seid sein seine seinem seinen seiner selbst sich sind sollte sondern sonst über
unter viel viele vom wann waren warum weil weiter welche wenn werde werden wieder will wird wirst wurde wurden
zwar zwischen
ainsi alors après aussi autre autres avait avant avec avoir cela celle celui cependant ces cette ceux chaque comme
comment dans depuis deux donc elle elles encore entre était être faire fait leur leurs lors mais même mêmes moins
notre nous parce pendant peut plus pour pourquoi quand quel quelle quelque sans selon sera sont sous souvent
suis tous tout toute toutes très vers voici votre vous
algo algunos ante antes aunque cada como contra cual cuando desde donde durante ella ellas ellos entonces entre
eran esta estaba este esto estos fueron había hacer hacia hasta incluso mientras mucho muchos nada nosotros otra
otras otro otros para pero poco porque puede pueden pues quien sean según será sido siempre sino sobre solo también
tanto tener tiene tienen toda todas todo todos unas unos
alla alle altri altro anche ancora avere bene cosa così dalla dalle degli della delle dello dopo dove ecco essere
fatto hanno loro molto nella nelle nello nostro ogni perché però poi prima quale quando quello questa queste questi
questo sempre senza sono sulla tutti tutto
ainda além assim cada com dela dele deles depois disso então essa esse estão foram isso isto mais mesmo muito não
nossa nosso onde outra outro para pela pelo pode porque quais quem seja seus sobre somente sua suas também tem têm
tudo você
alle alleen andere bij daar deze door echter geen hebben heeft hier hoe hun iets indien maar meer moet naar niet
nog omdat onder ook over veel voor waar wanneer want waren wat werd wordt worden zich zijn zonder
`
