package chain

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// weather draws sequences in which a label shows only in part in its features,
// and is likely to stay what it was.
func weather(n int, seed uint64) []Sample {
	r := rand.New(rand.NewPCG(seed, 1))
	samples := make([]Sample, n)
	for i := range samples {
		now := Label(r.IntN(2))
		for range 40 {
			if r.Float64() < 0.1 {
				now = 1 - now
			}
			seen := []string{"dry", "wet"}[now]
			if r.Float64() < 0.25 {
				seen = []string{"wet", "dry"}[now]
			}
			samples[i].Features = append(samples[i].Features, []string{"any", seen})
			samples[i].Labels = append(samples[i].Labels, now)
		}
	}
	return samples
}

func right(m *Model, samples []Sample) float64 {
	good, all := 0, 0
	for _, s := range samples {
		for t, l := range m.Decode(s.Features) {
			all++
			if l == s.Labels[t] {
				good++
			}
		}
	}
	return float64(good) / float64(all)
}

func TestOrderTellsMoreThanEachAlone(t *testing.T) {
	t.Parallel()
	m := Fit([]string{"sun", "rain"}, weather(200, 1), Fitting{})
	if share := right(m, weather(200, 2)); share < 0.8 {
		t.Errorf("%.3f of the unseen labels are right; what is seen alone gives 0.75", share)
	}
}

func TestFileKeepsTheModel(t *testing.T) {
	t.Parallel()
	m := Fit([]string{"sun", "rain"}, weather(50, 1), Fitting{})
	var file bytes.Buffer
	if err := m.Write(&file); err != nil {
		t.Fatal(err)
	}
	kept := file.String()
	again, err := Read(&file)
	if err != nil {
		t.Fatal(err)
	}
	var second bytes.Buffer
	if err := again.Write(&second); err != nil || second.String() != kept {
		t.Errorf("written again it differs (%v):\n%s\n%s", err, kept, second.String())
	}
	unseen := weather(50, 3)
	if a, b := right(m, unseen), right(again, unseen); a-b > 0.01 || b-a > 0.01 {
		t.Errorf("rounded weights are right for %.3f, exact ones for %.3f", b, a)
	}
}

func TestFitIsTheSameEachTime(t *testing.T) {
	t.Parallel()
	a, b := Fit([]string{"sun", "rain"}, weather(20, 1), Fitting{}), Fit([]string{"sun", "rain"}, weather(20, 1), Fitting{})
	if !reflect.DeepEqual(a, b) {
		t.Error("two fittings of the same samples differ")
	}
}

func TestChancesAddUp(t *testing.T) {
	t.Parallel()
	m := Fit([]string{"sun", "rain"}, weather(20, 1), Fitting{})
	for _, row := range m.Chances(weather(1, 4)[0].Features) {
		if total := row[0] + row[1]; total < 0.999 || total > 1.001 {
			t.Errorf("chances add up to %f", total)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"nothing":        "",
		"no start":       "a b\n",
		"a short row":    "a b\n^ 0\n",
		"a word":         "a b\n^ 0 x\n",
		"a label nobody": "a b\n^ 0 0\n>c 0 0\n",
	} {
		if _, err := Read(strings.NewReader(text)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestEmptySequence(t *testing.T) {
	t.Parallel()
	m := Fit([]string{"sun", "rain"}, weather(2, 1), Fitting{})
	if got := m.Decode(nil); len(got) != 0 {
		t.Errorf("labels of nothing: %v", got)
	}
}

func BenchmarkDecode(b *testing.B) {
	m := Fit([]string{"sun", "rain"}, weather(20, 1), Fitting{})
	sequence := weather(1, 4)[0].Features
	for b.Loop() {
		m.Decode(sequence)
	}
}
