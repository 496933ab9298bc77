package list

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/effect"
)

// Taste is what keys change of how the list looks, and the library remembers.
type Taste struct {
	Order   articles.Order
	Compact bool
}

// Taste is how the list looks.
func (l *List) Taste() Taste { return Taste{l.listing.Order, l.compact} }

// SetTaste has the list look like that.
func (l *List) SetTaste(t Taste) tea.Cmd {
	var cmds []tea.Cmd
	if t.Order != l.listing.Order {
		cmds = append(cmds, l.setOrder(t.Order))
	}
	if t.Compact != l.compact {
		cmds = append(cmds, l.setCompact(t.Compact))
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
	l.filter.clear()
	return tea.Batch(l.restart(), l.fx.Remember(effect.SettingOrder, strconv.Itoa(int(l.listing.Order))))
}
