package webpage

// Decode turns the bytes of a page into UTF-8.
func Decode(data, declared string) string { return decode(data, declared) }
