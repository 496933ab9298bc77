package reader
import ("testing";"os";"fmt";"lede/articles/importer/htmldoc";"lede/articles/importer/htmldoc/dom";"lede/articles/importer/htmldoc/tidy";"lede/articles/importer/webpage/facts")
func TestZZ(t *testing.T){
 d,_:=os.ReadFile(os.Getenv("ZZ")); root,_:=htmldoc.Tree(string(d)); f:=facts.Read(root,nil); tidy.Tree(root,nil); body:=dom.First(root,"body"); f.Seen(body); trimTail(body,f)
 p:=NewPage(body,f); o:=model().Odds(p.Features()); keep:=p.Choose(o)
 k2:=append([]bool{},keep...); settleBetween(p.Blocks,k2); k3:=append([]bool{},k2...); settleThread(body,p.Blocks,k3)
 for i,b:=range p.Blocks { s,k:=b.says(); fmt.Printf("%v %v %v %.2f lean %.1f %s says %d %v | %.60s\n",keep[i],k2[i],k3[i],o[i],b.Lean,b.name(),s,k.Names(),b.Text)}
}
