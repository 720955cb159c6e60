package org.motifworks.trainer.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.motifworks.core.simulation.PaperTable1;

/**
 * A table as CSV (RFC 4180): a row an architecture, all digits, an empty cell where there is no
 * figure. Columns that depend on how filters become motifs end in their rule and clip, such as
 * {@code relevantMatchPercent_code_sharpened}.
 */
final class ResultsCsv {

  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();

  private ResultsCsv() {}

  static String of(ResultTable table) {
    List<Map<String, Object>> rows = table.rows().stream().map(ResultsCsv::cells).toList();
    Set<String> columns = new LinkedHashSet<>(List.of("architecture"));
    rows.forEach(row -> columns.addAll(row.keySet()));
    CsvSchema.Builder schema = CsvSchema.builder();
    columns.forEach(schema::addColumn);
    List<List<Object>> values = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      List<Object> cells = new ArrayList<>();
      for (String column : columns) cells.add(row.get(column));
      values.add(cells);
    }
    try {
      return MAPPER.writer(schema.build().withHeader()).writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures can always be written", e);
    }
  }

  private static Map<String, Object> cells(ResultRow row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("architecture", row.architecture());
    cells.put("trials", row.trials());
    cells.put("interpretedTrials", row.interpretedTrials());
    cells.put("filters", row.filters());
    cells.put("auRoc", row.auRoc());
    cells.put("auRocSd", row.auRocSd());
    cells.put("auRocTrialSd", row.auRocTrialSd());
    cells.put("auPr", row.auPr());
    cells.put("auPrSd", row.auPrSd());
    cells.put("auPrTrialSd", row.auPrTrialSd());
    cells.put("deadFilters", row.deadFilters());
    cells.put("duplicateFilters", row.duplicateFilters());
    cells.put("reverseComplementFilters", row.reverseComplementFilters());
    cells.put("saliencyAuRoc", row.saliencyAuRoc());
    for (ResultRow.MatchRow match : row.matches()) {
      String suffix = "_" + match.rule().label() + "_" + match.clip().label();
      cells.put("jasparMatchPercent" + suffix, match.jasparMatchPercent());
      cells.put("jasparMatchTrialSd" + suffix, match.jasparMatchTrialSd());
      cells.put("relevantMatchPercent" + suffix, match.relevantMatchPercent());
      cells.put("relevantMatchTrialSd" + suffix, match.relevantMatchTrialSd());
      cells.put("coveredFactors" + suffix, match.coveredFactors());
      match
          .filtersOfFactor()
          .forEach((factor, count) -> cells.put("filters_" + factor + suffix, count));
    }
    for (ResultRow.ClassRow each : row.perClass()) {
      cells.put("auRoc_" + each.name(), each.auRoc());
      cells.put("auPr_" + each.name(), each.auPr());
    }
    PaperTable1.Row paper = row.paper();
    if (paper != null) {
      cells.put("paperAuRoc", paper.auRoc());
      cells.put("paperAuRocSd", paper.auRocSd());
      cells.put("paperJasparMatchPercent", paper.jasparMatchPercent());
      cells.put("paperRelevantMatchPercent", paper.relevantMatchPercent());
    }
    return cells;
  }
}
