package list

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/effect"
	"lede/ui/intent"
	"lede/ui/keys"
)

// Taste is what keys change of how the list looks, and the library remembers.
type Taste struct {
	Order   articles.Order
	Compact bool
	Preview bool // beside the rows
}

// Taste is how the list looks.
func (l *List) Taste() Taste { return Taste{l.listing.Order, l.compact, l.previews} }

// SetTaste has the list look like that.
func (l *List) SetTaste(t Taste) tea.Cmd {
	var cmds []tea.Cmd
	if t.Order != l.listing.Order {
		cmds = append(cmds, l.setOrder(t.Order))
	}
	if t.Compact != l.compact {
		cmds = append(cmds, l.setCompact(t.Compact))
	}
	if t.Preview != l.previews {
		cmds = append(cmds, l.setPreview(t.Preview))
	}
	return tea.Batch(cmds...)
}

func (l *List) setCompact(on bool) tea.Cmd {
	l.compact = on
	return tea.Batch(l.Resize(l.geo.width, l.geo.height), l.fx.RememberFlag(effect.SettingCompact, on))
}

func (l *List) setOrder(o articles.Order) tea.Cmd {
	l.EndSelecting()
	l.listing.Order = o
	l.filter.sorted = l.isSearched()
	show := l.search
	if !l.isSearched() {
		show = l.restart
	}
	return tea.Batch(show(), l.fx.Remember(effect.SettingOrder, strconv.Itoa(int(l.listing.Order))))
}

// sort changes to the order of a name, or asks for one.
func (l *List) sort(name string) tea.Cmd {
	names := keys.Sort.Arg().Values
	orders, now := articles.Orders[:], l.listing.Order
	words := l.filter.on() && len(l.filter.query.Texts()) > 0
	if l.filter.on() {
		now = l.filter.order
	}
	if words {
		orders = append(orders, articles.BestMatch)
	}
	switch at := slices.Index(names, name); {
	case at >= len(orders):
		l.Say("What fits best comes first where words are searched.")
		return nil
	case at == len(articles.Orders):
		l.filter.sorted = false
		return l.search()
	case at >= 0:
		return l.setOrder(orders[at])
	}
	menu := intent.Menu{Title: "Order", Op: keys.Sort}
	for i, o := range orders {
		menu.Choices = append(menu.Choices, intent.Choice{
			Label: o.String(), Now: o == now, Command: keys.Command{Op: keys.Sort, Arg: names[i]},
		})
	}
	l.Ask(menu)
	return nil
}
