package render

const (
	// mostParts is how many parts stay laid out: several screens each way.
	mostParts = 48
	// leastLines is how many lines stay at least, for parts of few lines.
	leastLines = 512
)

// cache keeps the parts that were asked for last.
type cache struct {
	parts map[int]*cached
	lines int // in all of them
	clock int
}

type cached struct {
	lines []Line
	used  int
}

func (c *cache) get(i int) ([]Line, bool) {
	p, ok := c.parts[i]
	if !ok {
		return nil, false
	}
	c.clock++
	p.used = c.clock
	return p.lines, true
}

func (c *cache) put(i int, lines []Line) {
	if c.parts == nil {
		c.parts = make(map[int]*cached)
	}
	for len(c.parts) >= mostParts && c.lines >= leastLines || len(c.parts) >= leastLines {
		c.dropOldest()
	}
	c.clock++
	c.parts[i] = &cached{lines, c.clock}
	c.lines += len(lines)
}

func (c *cache) dropOldest() {
	oldest, used := -1, 0
	for i, p := range c.parts {
		if oldest < 0 || p.used < used {
			oldest, used = i, p.used
		}
	}
	c.lines -= len(c.parts[oldest].lines)
	delete(c.parts, oldest)
}
