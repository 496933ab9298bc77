package clipping
import ("testing";"os";"fmt";"bytes";"strings";"lede/articles/importer/chain")
func TestDbg3(t *testing.T){
 b,_:=os.ReadFile("/work/shared/corpus/paste/yahoo-4.page.txt")
 d:=Describe(string(b))
 var f [][]string
 for _,l:=range d { f=append(f,l.Features)}
 m:=model()
 n:=0
 for i,l:=range m.Decode(f) { if LabelNames[l]=="prose" {n++; fmt.Println(d[i].Text[:30])}}
 var buf bytes.Buffer
 _ = m.Write(&buf)
 fmt.Println(n, len(f[47]), f[47])
 for _, x := range f[47] { if strings.ContainsAny(x," \u3000") { fmt.Printf("BLANK %q\n",x)}}
 _=chain.Read
}
