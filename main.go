// lede is a terminal reader for articles.
package main

func main() {}
