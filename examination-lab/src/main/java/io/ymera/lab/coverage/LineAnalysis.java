package io.ymera.lab.coverage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ICoverageVisitor;
import org.jacoco.core.analysis.ISourceFileCoverage;
import org.jacoco.core.data.ExecutionDataReader;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;

/**
 * From JaCoCo's execution data and folders of classes to lines: by {@code package/File.java}, a list of the executable lines
 * and one of the executed lines, which are those that JaCoCo calls covered or partly covered. Refers to nothing else in this
 * module, because it is loaded apart from it.
 */
public final class LineAnalysis implements BiFunction<byte[], List<Path>, Map<String, List<List<Integer>>>> {

    @Override
    public Map<String, List<List<Integer>>> apply(byte[] data, List<Path> classes) {
        try {
            ExecutionDataStore executions = new ExecutionDataStore();
            ExecutionDataReader reader = new ExecutionDataReader(new ByteArrayInputStream(data));
            reader.setExecutionDataVisitor(executions);
            reader.setSessionInfoVisitor(new SessionInfoStore());
            reader.read();
            Map<String, List<List<Integer>>> files = new TreeMap<>();
            CoverageBuilder builder = new CoverageBuilder();
            // The builder leaves out classes without code, such as interfaces; of their files it is known that they
            // have none
            ICoverageVisitor visitor = type -> {
                if (type.getSourceFileName() != null) {
                    files.putIfAbsent(
                            path(type.getPackageName(), type.getSourceFileName()), List.of(List.of(), List.of()));
                }
                builder.visitCoverage(type);
            };
            Analyzer analyzer = new Analyzer(executions, visitor);
            for (Path folder : classes) {
                if (folder.toFile().exists()) {
                    analyzer.analyzeAll(folder.toFile());
                }
            }
            for (ISourceFileCoverage file : builder.getSourceFiles()) {
                files.put(path(file.getPackageName(), file.getName()), lines(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(String packageName, String file) {
        return packageName.isEmpty() ? file : packageName + "/" + file;
    }

    private static List<List<Integer>> lines(ISourceFileCoverage file) {
        List<Integer> executable = new ArrayList<>();
        List<Integer> executed = new ArrayList<>();
        for (int line = Math.max(1, file.getFirstLine()); line <= file.getLastLine(); line++) {
            int status = file.getLine(line).getStatus();
            if (status != ICounter.EMPTY) {
                executable.add(line);
            }
            if (status == ICounter.FULLY_COVERED || status == ICounter.PARTLY_COVERED) {
                executed.add(line);
            }
        }
        return List.of(executable, executed);
    }
}
