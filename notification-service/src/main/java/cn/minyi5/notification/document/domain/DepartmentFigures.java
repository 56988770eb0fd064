package cn.minyi5.notification.document.domain;

import java.util.List;
import java.util.Optional;

/** 单位指标. One department's or township's figures. */
public record DepartmentFigures(String code, String name, List<Figure> figures) {

    public Optional<Figure> figure(String wanted) {
        return figures.stream().filter(figure -> figure.code().equals(wanted)).findFirst();
    }
}
