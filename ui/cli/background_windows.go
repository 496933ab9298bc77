package cli

import "lede/ui/theme"

// askGround asks nothing: a console that answers takes other calls.
func (p *program) askGround(otherwise theme.Ground) theme.Ground { return otherwise }
