package clipping

import (
	"strings"
	"testing"
)

// All answers to a question are kept, also those that read as comments do.
func TestAnswersAreNoComments(t *testing.T) {
	t.Parallel()
	for _, head := range []string{"3 Answers", "3 Antworten", "3 respuestas", "回答 3件"} {
		text := `Hem & Haw
Home
Questions
Tags
Sign up
Log in
Why does my bicycle bell ring by itself on cobbles?
Asked 4 May 2021
Viewed 2k times
12
I have ridden the same bicycle to work for nine years, and since last week its bell rings at every stone of Mill Lane, though nobody touches it.

Share
asked 4 May 2021 at 8:10
spoke_ann
2 Comments
Is it a new bell? – rim 4 May 2021 at 9:00
` + head + `
7
The spring in it is worn, so that the hammer swings by its own weight. Turn the bell by a quarter, and it hangs away from the dome.

Share
answered 4 May 2021 at 10:22
rim
3
Put a drop of glue under the spring.
Share
answered 5 May 2021 at 7:31
Ottoline
1
Ride slower.
Share
answered 6 May 2021 at 13:00
tandem
Your answer
Post your answer
Related questions
How tight should a chain be?
About
Privacy
`
		got := Parse(text).Markdown
		for _, answer := range []string{"The spring in it is worn", "a drop of glue", "Ride slower."} {
			if !strings.Contains(got, answer) {
				t.Errorf("%s: it lacks %q:\n%s", head, answer, got)
			}
		}
	}
}

// A question of one line below its title is kept.
func TestQuestionOfOneLine(t *testing.T) {
	t.Parallel()
	a := Parse(`Stack Overflow
Products
Log in
Sign up
How to reverse a string in Go?
Asked 10 years ago
Modified 2 years ago
Viewed 300k times
104
How can I reverse a simple string in Go?

gostring
Share
Improve this question
Follow
asked Apr 1, 2013 at 9:00
user avatar
bob
1,000
1 gold badge
Add a comment
3 Answers
Sorted by:

Highest score (default)
140
Convert it to runes first:

func Reverse(s string) string {
    r := []rune(s)
    return string(r)
}

Share
Improve this answer
Follow
answered Apr 1, 2013 at 9:30
ann
It fails on combining marks. – carl Apr 2, 2013 at 8:00
Add a comment
12
Use a loop.
Share
answered Apr 3, 2013 at 9:30
dan
Your Answer
Sign up or log in
Not the answer you're looking for? Browse other questions tagged gostring or ask your own question.
The Overflow Blog
`)
	if !strings.Contains(a.Dek+a.Markdown, "How can I reverse a simple string in Go?") {
		t.Errorf("the question is lost: %+v", a)
	}
}
