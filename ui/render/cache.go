package render

// mostParts is how many parts stay laid out: several screens each way.
const mostParts = 48

// cache keeps the parts that were asked for last.
type cache struct {
	parts map[int]*cached
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
	if len(c.parts) >= mostParts {
		c.dropOldest()
	}
	c.clock++
	c.parts[i] = &cached{lines, c.clock}
}

func (c *cache) dropOldest() {
	oldest, used := -1, 0
	for i, p := range c.parts {
		if oldest < 0 || p.used < used {
			oldest, used = i, p.used
		}
	}
	delete(c.parts, oldest)
}
