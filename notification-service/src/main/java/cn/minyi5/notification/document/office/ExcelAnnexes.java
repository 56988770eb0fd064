package cn.minyi5.notification.document.office;

import cn.minyi5.notification.document.application.Annexes;
import cn.minyi5.notification.document.domain.Bulletin;
import cn.minyi5.notification.document.domain.DepartmentFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;

/**
 * A sheet of figures, a sheet of departments, and for each figure a sheet of the rows behind it. The figures are counted
 * again from the rows by formulas, so that whoever opens the file sees that they are right.
 */
@ApplicationScoped
class ExcelAnnexes implements Annexes {

    @Override
    public byte[] print(Bulletin bulletin) {
        try (var out = new ByteArrayOutputStream()) {
            try (var workbook = new Workbook(out, "minyi5", "1.0")) {
                FigureSheets.write(workbook, bulletin);
                var names = bulletin.departments().stream()
                        .collect(Collectors.toMap(DepartmentFigures::code, DepartmentFigures::name, (a, b) -> a));
                bulletin.figures().forEach(figure -> RowSheet.write(workbook, figure, bulletin, names));
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("an annex cannot be written", e);
        }
    }
}
