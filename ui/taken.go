package ui

import (
	"fmt"
	"strings"

	"lede/articles"
)

// taken says in one line what became of a thing that was to be added; an error
// says why nothing was. Refresh is the name of the key that asks the feeds.
func taken(did *articles.Intake, err error, refresh string) (string, error) {
	passed := did.PassedOver()
	switch {
	case err != nil && passed != "":
		return "", fmt.Errorf("%w; %s", err, passed)
	case err != nil:
		return "", err
	case did.Articles() == 0 && len(did.Failures) > 0:
		return "", did.Failures[0]
	}
	said := takenWords(did, refresh)
	if passed != "" {
		said += " " + passed + "."
	}
	// What is wrong stands first: a screen may have no room for all of the line.
	switch n := len(did.Warnings); n {
	case 0:
		return said, nil
	case 1:
		return did.Warnings[0] + " · " + said, nil
	case 2:
		return did.Warnings[0] + ", and 1 more warning · " + said, nil
	default:
		return fmt.Sprintf("%s, and %d more warnings · %s", did.Warnings[0], n-1, said), nil
	}
}

func takenWords(did *articles.Intake, refresh string) string {
	switch {
	case len(did.Feeds) > 0:
		return subscribed(&did.Feeds[0])
	case len(did.Lists) > 0:
		return listed(&did.Lists[0], refresh)
	case did.Articles() == 1 && did.Failed == 0 && did.Last != nil && did.Of == "" && len(did.Passed) == 0:
		for outcome, n := range did.Outcomes {
			if n > 0 {
				word := articles.Outcome(outcome).String()
				return strings.ToUpper(word[:1]) + word[1:] + ": " + did.Last.Title
			}
		}
	}
	said := did.Counts()
	if did.Of != "" {
		said = did.Of + ": " + said
	}
	if len(did.Failures) > 0 {
		return said + ": " + did.Failures[0].Error()
	}
	return said + "."
}

func subscribed(did *articles.Subscribed) string {
	name, number := did.Feed.Label(), did.Feed.Key
	switch {
	case did.Was:
		return fmt.Sprintf("%s is subscribed to already (feed %d)", name, number)
	case did.New == 1:
		return fmt.Sprintf("Subscribed to %s (feed %d): 1 new article", name, number)
	}
	return fmt.Sprintf("Subscribed to %s (feed %d): %d new articles", name, number, did.New)
}

func listed(did *articles.FeedList, refresh string) string {
	said := did.Counts()
	switch {
	case said == "":
		said = did.Name + " lists no feeds"
	case did.Outcomes[articles.Added] > 0:
		said += ": " + refresh + " reads them"
	}
	if len(did.Refused) > 0 {
		said += "; " + did.Refused[0]
	}
	return said
}
