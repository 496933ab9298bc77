package dates

import (
	"strings"
	"sync"
	"time"
)

// monthNames holds the names of the months, January first, one language a
// line: full names, with other forms and usual abbreviations after a slash.
// Names are in lower case; a full stop after an abbreviation is not written.
var monthNames = []string{
	"january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec",
	"januar/jänner/jän februar/feber märz/mär/mrz april mai juni juli august september oktober/okt november dezember/dez",
	"janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août septembre octobre novembre décembre/déc",
	"enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre/set octubre noviembre diciembre/dic",
	"gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/sett ottobre/ott novembre dicembre",
	"janeiro fevereiro/fev março abril maio/mai junho julho agosto setembro outubro/out novembro dezembro",
	"januari februari maart/mrt april mei juni juli augustus september oktober november december",
	"januari februari mars april maj juni juli augusti september oktober november december",
	"januar februar marts april maj juni juli august september oktober november december/des/desember",
	"tammikuu/tammikuuta helmikuu/helmikuuta maaliskuu/maaliskuuta huhtikuu/huhtikuuta toukokuu/toukokuuta kesäkuu/kesäkuuta heinäkuu/heinäkuuta elokuu/elokuuta syyskuu/syyskuuta lokakuu/lokakuuta marraskuu/marraskuuta joulukuu/joulukuuta",
	"styczeń/stycznia/sty luty/lutego/lut marzec/marca kwiecień/kwietnia/kwi maj/maja czerwiec/czerwca/cze lipiec/lipca/lip sierpień/sierpnia/sie wrzesień/września/wrz październik/października/paź listopad/listopada/lis grudzień/grudnia/gru",
	"leden/ledna únor/února březen/března duben/dubna květen/května červen/června červenec/července srpen/srpna září říjen/října _ prosinec/prosince",
	"január február március/márc április/ápr május/máj június/jún július/júl augusztus szeptember/szept október november december",
	"ianuarie/ian februarie martie aprilie mai iunie/iun iulie/iul august septembrie octombrie noiembrie/noi decembrie",
	"ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
	"январь/января/янв февраль/февраля/фев март/марта/мар апрель/апреля/апр май/мая июнь/июня/июн июль/июля/июл август/августа/авг сентябрь/сентября/сен/сент октябрь/октября/окт ноябрь/ноября/ноя декабрь/декабря/дек",
	"січень/січня лютий/лютого березень/березня квітень/квітня травень/травня червень/червня липень/липня серпень/серпня вересень/вересня жовтень/жовтня _ грудень/грудня",
	"ιανουάριος/ιανουαρίου/ιαν φεβρουάριος/φεβρουαρίου/φεβ/φεβρ μάρτιος/μαρτίου/μάρ/μάρτ απρίλιος/απριλίου/απρ μάιος/μαΐου/μάι ιούνιος/ιουνίου/ιούν ιούλιος/ιουλίου/ιούλ αύγουστος/αυγούστου/αύγ σεπτέμβριος/σεπτεμβρίου/σεπ/σεπτ οκτώβριος/οκτωβρίου/οκτ νοέμβριος/νοεμβρίου/νοέ/νοεμ δεκέμβριος/δεκεμβρίου/δεκ",
	"يناير فبراير مارس أبريل/إبريل/ابريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر",
	"_ شباط آذار نيسان أيار حزيران تموز آب أيلول _ _ _",
	"ינואר/בינואר פברואר/בפברואר מרץ/במרץ אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר",
	"januari februari maret april mei juni juli agustus/agt september oktober november desember",
	"जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
}

// months maps a name to its month. Where two languages disagree, the one that
// stands first in the table wins.
var months = sync.OnceValue(func() map[string]time.Month {
	m := make(map[string]time.Month, 512)
	for _, language := range monthNames {
		for i, forms := range strings.Fields(language) {
			for form := range strings.SplitSeq(forms, "/") {
				if _, taken := m[form]; !taken && form != "_" {
					m[form] = time.Month(i + 1)
				}
			}
		}
	}
	return m
})

// zones are the abbreviations of time zones that publishers print, in hours
// from UTC. Those that name more than one zone are left out.
var zones = map[string]float64{
	"z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "eet": 2, "msk": 3,
	"est": -5, "edt": -4, "et": -5, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "pt": -8,
	"jst": 9, "kst": 9, "aest": 10, "aedt": 11,
}
