package org.motifworks.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.motifworks.core.match.MatchCounts;
import org.motifworks.core.match.MatchSettings;
import org.motifworks.core.match.MatchThreshold;
import org.motifworks.core.match.MotifDatabase;
import org.motifworks.core.match.MotifMatcher;
import org.motifworks.core.match.QueryMatches;
import org.motifworks.core.match.RelevantFactors;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class MatchPageTest {
  private static final MotifDatabase JASPAR = MotifDatabase.jaspar2016();

  @Test
  void rows_areTheBestMatchesOfEachQuery_withTheirFigures() throws Exception {
    Motif whole = JASPAR.motifs().get(3);
    Motif part = named("part", whole.matrix().slice(1, 6));
    List<QueryMatches> found = match(List.of(whole, part), MatchThreshold.eValue(10));

    Element page = parsed(page(found, List.of()));

    int expected = found.stream().mapToInt(query -> Math.min(10, query.matches().size())).sum();
    List<Element> rows = rows(page);
    assertThat(rows).hasSize(expected);
    List<Element> cells = cells(rows.get(0));
    assertThat(cells.get(0).getTextContent()).startsWith(whole.id());
    assertThat(Double.parseDouble(cells.get(3).getAttribute("data-v")))
        .isEqualTo(found.get(0).matches().get(0).pValue());
    assertThat(cells.get(9).getTextContent()).isEqualTo("100\u202f%");
    assertThat(rows.stream().filter(row -> row.getTextContent().contains("part")))
        .anyMatch(row -> cells(row).get(9).getTextContent().endsWith("partial"));
  }

  @Test
  void motifsWithoutMatch_duplicatesAndLeftOut_haveTheirPlace() throws Exception {
    Motif one = JASPAR.motifs().get(5);
    Motif again = named("again", one.matrix().reverseComplement());
    Motif nothing =
        named("nothing", PositionProbabilityMatrix.of(new double[][] {{.4, .2, .2, .2}}));
    List<QueryMatches> found = match(List.of(one, again, nothing), MatchThreshold.eValue(0.1));

    String page = page(found, List.of("filter-9, line 7: column 1 is all zero"));

    assertThat(parsed(page).getTextContent())
        .contains("Found more than once", "again", "Without a match", "nothing")
        .contains("filter-9, line 7: column 1 is all zero");
  }

  @Test
  void page_fetchesNothing_andShowsNamesAsText() throws Exception {
    Motif query =
        new Motif("a\"<b>&", "<script>alert(1)</script>", JASPAR.motifs().get(7).matrix(), 20);

    String page = page(match(List.of(query), MatchThreshold.eValue(0.1)), List.of("<img src=x>"));

    assertThat(page).doesNotContain("http:", "https:", "<script>alert", "<img", "url(", "@import");
    assertThat(parsed(page).getTextContent()).contains("a\"<b>&");
  }

  @Test
  void manyQueries_areDrawnWithFewerMatches_andThePageSaysSo() throws Exception {
    assertThat(MatchPage.matchesDrawn(1)).isEqualTo(10);
    assertThat(MatchPage.matchesDrawn(400)).isEqualTo(5);
    assertThat(MatchPage.matchesDrawn(1000)).isEqualTo(2);
    assertThat(MatchPage.matchesDrawn(100_000)).isEqualTo(1);

    Motif query = JASPAR.motifs().get(11);
    List<QueryMatches> found = match(List.of(query), MatchThreshold.eValue(519));
    int more = found.get(0).matches().size() - 10;
    assertThat(parsed(page(found, List.of())).getTextContent())
        .contains("The best 10 matches of each query; " + more + " more");
  }

  @Test
  void noMatchAtAll_isSaid() throws Exception {
    List<QueryMatches> found = match(List.of(JASPAR.motifs().get(0)), MatchThreshold.eValue(0));
    assertThat(parsed(page(found, List.of())).getTextContent()).contains("No motif matches.");
  }

  private static List<QueryMatches> match(List<Motif> queries, MatchThreshold threshold) {
    return new MotifMatcher(JASPAR, MatchSettings.paper().withThreshold(threshold)).match(queries);
  }

  private static String page(List<QueryMatches> found, List<String> leftOut) throws IOException {
    StringBuilder html = new StringBuilder();
    List<Motif> queries = found.stream().map(QueryMatches::query).toList();
    MatchPage page =
        new MatchPage(
            new MatchSubject(queries, leftOut, JASPAR, MatchSettings.paper(), "a test"), html);
    for (QueryMatches query : found) page.add(query);
    RelevantFactors none = RelevantFactors.of(List.of(), List.of());
    page.end(MatchCounts.of(found.size(), found, none));
    return html.toString();
  }

  /** The body as XML: stricter than a browser, so every element must be closed in its place. */
  private static Element parsed(String page) throws Exception {
    String body = page.substring(page.indexOf("<body>"), page.indexOf("</html>"));
    String xml = body.replaceAll("(?s)<script>.*?</script>", "").replace(" hidden>", ">");
    xml = xml.replaceAll("<input[^>]*>", "");
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    return document.getDocumentElement();
  }

  private static List<Element> rows(Element page) {
    Element body = (Element) page.getElementsByTagName("tbody").item(0);
    return elements(body.getElementsByTagName("tr"));
  }

  private static List<Element> cells(Element row) {
    return elements(row.getElementsByTagName("td"));
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) elements.add((Element) nodes.item(i));
    return elements;
  }

  private static Motif named(String id, PositionProbabilityMatrix matrix) {
    return new Motif(id, "", matrix, 20);
  }
}
