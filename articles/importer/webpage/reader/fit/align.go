package main

import "lede/articles/importer/webpage/reader"

// in says which blocks stand in the gold text: the longest common subsequence
// of the words of both, a block is in when most of its words are found close
// together.
func in(blocks []*reader.Block, gold []string) []bool {
	var words []string
	var starts []int
	for _, b := range blocks {
		starts = append(starts, len(words))
		words = append(words, tokens(b.Text)...)
	}
	starts = append(starts, len(words))
	at := places(words, gold)
	out := make([]bool, len(blocks))
	for k := range blocks {
		hit, lo, hi := 0, int32(-1), int32(-1)
		for i := starts[k]; i < starts[k+1]; i++ {
			if at[i] >= 0 {
				hit++
				if lo < 0 {
					lo = at[i]
				}
				hi = at[i]
			}
		}
		size := starts[k+1] - starts[k]
		if size > 0 && hit*3 >= size*2 && int(hi-lo) <= 2*size+2 {
			out[k] = true
		}
	}
	// What has no words is labelled as what stands around it.
	for k, b := range blocks {
		if len(tokens(b.Text)) > 0 {
			continue
		}
		out[k] = k > 0 && out[k-1] && k+1 < len(out) && out[k+1]
	}
	return out
}

// places says where in gold each word stands, or -1: the longest common
// subsequence, in which a match after a match counts three times.
func places(words, gold []string) []int32 {
	ids := map[string]int32{}
	id := func(ws []string) []int32 {
		out := make([]int32, len(ws))
		for i, w := range ws {
			if _, ok := ids[w]; !ok {
				ids[w] = int32(len(ids))
			}
			out[i] = ids[w]
		}
		return out
	}
	n, m := len(words), len(gold)
	at := make([]int32, n)
	for i := range at {
		at[i] = -1
	}
	a, g := id(words), id(gold)
	dir := make([]uint8, (n+1)*(m+1))
	prev, cur := make([]int32, m+1), make([]int32, m+1)
	// Runs count more than single words: a match after a match scores 3.
	for i := 1; i <= n; i++ {
		for j := 1; j <= m; j++ {
			best, d := prev[j], uint8(1)
			if cur[j-1] > best {
				best, d = cur[j-1], 2
			}
			if a[i-1] == g[j-1] {
				s := prev[j-1] + 1
				if dir[(i-1)*(m+1)+j-1] == 3 {
					s += 2
				}
				if s >= best {
					best, d = s, 3
				}
			}
			cur[j], dir[i*(m+1)+j] = best, d
		}
		prev, cur = cur, prev
	}
	for i, j := n, m; i > 0 && j > 0; {
		switch dir[i*(m+1)+j] {
		case 3:
			at[i-1] = int32(j - 1)
			i, j = i-1, j-1
		case 1:
			i--
		default:
			j--
		}
	}
	return at
}
