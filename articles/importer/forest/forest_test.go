package forest

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// circles are points, of which those near the middle are looked for.
func circles(n int, seed uint64) Sample {
	r := rand.New(rand.NewPCG(seed, 1))
	s := Sample{Table: Table{Names: []string{"x", "y", "noise"}}}
	for range n {
		x, y := r.Float32()*2-1, r.Float32()*2-1
		s.Rows = append(s.Rows, []float32{x, y, r.Float32()})
		s.Is = append(s.Is, x*x+y*y < 0.5)
		s.Weight = append(s.Weight, 1)
	}
	return s
}

var some = Fitting{Trees: 60, Depth: 3, Rate: 0.2, Pull: 1, Least: 1, Share: 0.9}

func wrong(f *Forest, s Sample) int {
	n := 0
	for i, odds := range f.Odds(s.Table) {
		if (odds > 0) != s.Is[i] {
			n++
		}
	}
	return n
}

func TestFitTellsApart(t *testing.T) {
	t.Parallel()
	if n := wrong(Fit([]Sample{circles(600, 1)}, some), circles(500, 2)); n > 50 {
		t.Errorf("%d of 500 unseen points are told wrong", n)
	}
}

func TestFileKeepsTheForest(t *testing.T) {
	t.Parallel()
	f := Fit([]Sample{circles(300, 1)}, some)
	var file strings.Builder
	if err := f.Write(&file); err != nil {
		t.Fatal(err)
	}
	again, err := Read(strings.NewReader(file.String()))
	if err != nil {
		t.Fatal(err)
	}
	unseen := circles(500, 3)
	if a, b := wrong(f, unseen), wrong(again, unseen); a-b > 5 || b-a > 5 {
		t.Errorf("%d points are told wrong by the trees, %d by those that were kept", a, b)
	}
}

func TestFitIsTheSameEachTime(t *testing.T) {
	t.Parallel()
	a, b := Fit([]Sample{circles(100, 1)}, some), Fit([]Sample{circles(100, 1)}, some)
	if !reflect.DeepEqual(a, b) {
		t.Error("two fittings of the same samples differ")
	}
}

func TestWhatIsNotMeasured(t *testing.T) {
	t.Parallel()
	f, err := Read(strings.NewReader("0.5\nx<2 y<-1 1 2 4\n"))
	if err != nil {
		t.Fatal(err)
	}
	got := f.Odds(Table{Names: []string{"x"}, Rows: [][]float32{{1}, {3}}})
	if want := []float64{2.5, 4.5}; !reflect.DeepEqual(got, want) {
		t.Errorf("odds %v, not %v", got, want)
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"no odds":         "x<1 2 3\n",
		"half a tree":     "0\nx<1 2\n",
		"more than one":   "0\n1 2\n",
		"a word":          "0\nx<1 2 three\n",
		"an empty answer": "0\n\n",
	} {
		if _, err := Read(strings.NewReader(text)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
