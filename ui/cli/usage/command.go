package usage

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/importer/intake"
	"lede/articles/nearest"
)

// Meant are words that other programs have for what a command of lede does.
var Meant = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"import": "add", "save": "add", "download": "add", "clip": "add", "put": "add", "insert": "add", "new": "add",
		"get": "add", "push": "add", "bookmark": "add",
		"ls": "list", "dir": "list", "all": "list", "index": "list", "library": "list", "unread": "list", "starred": "list",
		"cat": "show", "print": "show", "dump": "show", "render": "show",
		"delete": "rm", "del": "rm", "remove": "rm", "erase": "rm", "bin": "trash", "drop": "rm",
		"sub": "feeds add", "subscribe": "feeds add", "follow": "feeds add", "add-feed": "feeds add",
		"unsub": "feeds rm", "unsubscribe": "feeds rm", "unfollow": "feeds rm",
		"subs": "feeds", "subscriptions": "feeds", "rss": "feeds", "opml": "feeds import",
		"update": "refresh", "sync": "refresh", "reload": "refresh", "pull": "refresh", "fetch": "refresh", "poll": "refresh",
		"dirs": "folders", "directories": "folders", "watch": "folders",
		"reimport": "extract", "reindex": "extract", "reparse": "extract", "rebuild": "extract",
		"find": "search", "grep": "search", "query": "search", "like": "similar",
		"backup": "export", "save-as": "export", "convert": "export",
		"revert": "undo", "undelete": "restore",
		"tags": "tag", "untag": "tag rm", "favorite": "star", "favourite": "star", "fav": "star", "done": "mark",
		"set": "config", "settings": "config", "options": "config", "preferences": "config", "configure": "config",
		"check": "doctor", "checkup": "doctor", "diagnose": "doctor", "health": "doctor", "info": "doctor", "fsck": "doctor", "repair": "doctor",
		"manual": "man", "docs": "man", "usage": "help", "completions": "completion",
	}
})

// instead says how lede does what no command of it does, by the word that other
// programs have for it. What follows the word stands for the %s.
var instead = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"open": "lede %s opens it", "read": "lede %s opens it", "view": "lede %s opens it", "less": "lede %s opens it",
		"edit":  "open the article with lede %s, and ? shows the key that edits it",
		"theme": "lede --theme NAME shows colours, and lede config edit keeps them", "themes": "lede --theme NAME shows colours, and lede config edit keeps them",
		"keys": "? shows the keys that work, and lede config edit changes them", "bind": "? shows the keys that work, and lede config edit changes them",
	}
})

// NoCommand says that a word is no command of cmd, and which it may have been meant
// for; it is nil when it is like none. The words after it are given for the advice.
func NoCommand(cmd *cobra.Command, word string, rest []string) error {
	named := strings.TrimPrefix(cmd.CommandPath()+" "+word, "lede ")
	if found := nearCommand(cmd, word); found != nil {
		return Errorf(found, "no command %s: did you mean %s?", named, found.CommandPath())
	}
	if cmd.HasParent() {
		return nil
	}
	advice, ok := instead()[strings.ToLower(word)]
	if !ok {
		near := nearOther(word)
		if found := nearCommand(cmd, near); found != nil {
			return Errorf(found, "no command %s: did you mean %s?", named, found.CommandPath())
		}
		if advice, ok = instead()[near]; !ok {
			return nil
		}
	}
	thing := "ARTICLE"
	if len(rest) == 1 && !strings.HasPrefix(rest[0], "-") {
		thing = rest[0]
	}
	return Error{fmt.Errorf("no command %s: %s", named, strings.ReplaceAll(advice, "%s", thing))}
}

// nearOther is the word of other programs that a mistyped word may have been meant for.
// They are many, and none of them is what lede has: the first letter must be right.
func nearOther(word string) string {
	all := slices.Concat(slices.Sorted(maps.Keys(instead())), slices.Sorted(maps.Keys(Meant())))
	for _, near := range nearest.Of(word, all) {
		if near[0] == strings.ToLower(word)[0] {
			return near
		}
	}
	return ""
}

// nearCommand is the command under cmd that a word may have been meant for; nil when
// it is like none.
func nearCommand(cmd *cobra.Command, word string) *cobra.Command {
	under := strings.Fields(Meant()[strings.ToLower(word)])
	if cmd.HasParent() && len(under) > 0 { // of lede feeds subscribe, the last word counts
		under = under[len(under)-1:]
	}
	if articles.IsWeb(word) || intake.IsBare(word) {
		under = []string{"add"}
	}
	if found, rest, err := cmd.Find(under); err == nil && len(rest) == 0 && found != cmd {
		return found
	}
	var names []string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() || sub.Name() == "help" {
			names = append(names, sub.Name())
		}
	}
	near := nearest.First(word, names)
	for _, sub := range cmd.Commands() {
		if near != "" && sub.Name() == near {
			return sub
		}
	}
	return nil
}

// Commands are a command and those under it, as the help lists them.
func Commands(cmd *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{cmd}
	for _, sub := range cmd.Commands() {
		all = append(all, Commands(sub)...)
	}
	return all
}

// annotationEmpty is where a command says that an empty word means something to it.
const annotationEmpty = "lede_empty"

// MayBeEmpty are the annotations of a command to which an empty word means something.
func MayBeEmpty() map[string]string { return map[string]string{annotationEmpty: "yes"} }

// NoneEmpty refuses words of which one is empty, as a variable that is not set is.
func NoneEmpty(cmd *cobra.Command, words []string) error {
	allowed := cmd.Annotations[annotationEmpty] != "" || strings.HasPrefix(cmd.Name(), cobra.ShellCompRequestCmd) // by a shell, of a word that is still to come
	if !allowed && slices.Contains(words, "") {
		return Errorf(cmd, "a word after %s is empty: is a variable not set?", cmd.CommandPath())
	}
	return nil
}
